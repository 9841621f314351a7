// #region send
// htmx may put widgets into the page later. Their events come to the document too.
document.addEventListener('attune-submit', event => {
  const sent = fetch('/api/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event.detail.response),
  });
  event.waitUntil(sent.then(answer => answer.ok || Promise.reject(new Error(`The server answered ${answer.status}`))));
});
// #endregion

const hear = ({ type }) => {
  const item = document.createElement('li');
  item.textContent = type;
  document.querySelector('#heard')?.append(item);
};

for (const type of ['attune-milestone', 'attune-journal-share', 'attune-session-submit']) {
  document.addEventListener(type, event => {
    hear(event);
    event.waitUntil(Promise.resolve());
  });
}
for (const type of ['attune-answer', 'attune-page', 'attune-submit', 'attune-saved', 'attune-error', 'input', 'change']) document.addEventListener(type, hear);

globalThis.attuneHeard = [];
for (const type of ['input', 'attune-answer']) {
  document.addEventListener(type, ({ target }) => globalThis.attuneHeard.push(`${type} of ${target.id}`));
}

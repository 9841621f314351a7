// What htmx puts into the page later is heard too: the listeners are on the document.
const keep = async record => {
  const answer = await fetch('/api/records', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(record) });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
};
const hear = ({ type }) => {
  const item = document.createElement('li');
  item.textContent = type;
  document.querySelector('#heard')?.append(item);
};

document.addEventListener('attune-submit', event => {
  hear(event);
  event.waitUntil(event.target.closest('#alone') ? Promise.resolve() : keep(event.detail.response));
});
for (const type of ['attune-milestone', 'attune-journal-share', 'attune-session-submit']) {
  document.addEventListener(type, event => {
    hear(event);
    event.waitUntil(Promise.resolve());
  });
}
for (const type of ['attune-answer', 'attune-page', 'attune-saved', 'attune-error', 'input', 'change']) document.addEventListener(type, hear);

globalThis.attuneHeard = [];
for (const type of ['input', 'attune-answer']) {
  document.addEventListener(type, ({ target }) => globalThis.attuneHeard.push(`${type} of ${target.id}`));
}

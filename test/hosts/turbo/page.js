// Turbo replaces the body and runs this file once, so the listeners are on the document.
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

// Turbo's cache has a copy of the page without what the widgets know. This page keeps it in its memory, by the id of the widget.
// #region drafts
const drafts = new Map();
const widgets = () => document.querySelectorAll('attune-trust-questionnaire[id]');
document.addEventListener('turbo:before-cache', () => {
  for (const widget of widgets()) drafts.set(widget.id, widget.value);
});
document.addEventListener('turbo:render', () => {
  for (const widget of widgets()) if (!widget.value && drafts.get(widget.id)) widget.value = drafts.get(widget.id);
});
// #endregion

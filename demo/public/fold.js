// Opens a fold when a link leads into it. For print it opens all folds, except those whose content is not the clinic's own.
const reveal = () => {
  const target = document.getElementById(location.hash.slice(1));
  const fold = target?.closest('details');
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
};
reveal();
addEventListener('hashchange', reveal);

let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details:not([open], .education)')];
  for (const fold of closed) fold.open = true;
});
addEventListener('afterprint', () => {
  for (const fold of closed) fold.open = false;
});

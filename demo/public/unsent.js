// Before a person changes the language with something filled in and not sent, the page asks: another page would not have it.
const menu = document.querySelector('[data-unsent]');
let isUnsent = false;
document.addEventListener('input', () => {
  isUnsent = true;
});
menu?.addEventListener('click', (event) => {
  if (isUnsent && event.target.closest('a') && !confirm(menu.dataset.unsent)) event.preventDefault();
});

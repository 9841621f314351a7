// A clinician only tries this form: its answers stay on the page, and can be changed again.
document.addEventListener('attune-submit', (event) => {
  event.preventDefault();
  document.getElementById('tried').textContent = 'You have filled in the form. Its answers were neither stored nor sent. When you leave this page, they are gone.';
});

/** With `?slow` the elements are defined long before Vue begins. */
export default defineNuxtPlugin(async () => {
  if (!location.search.includes('slow')) return;
  await import('attune-elements/define/trust-questionnaire');
  await new Promise((go) => addEventListener('go', go, { once: true }));
});

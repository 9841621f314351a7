/** With `?slow` the elements are defined long before Svelte begins. */
export const init = async (): Promise<void> => {
  if (!location.search.includes('slow')) return;
  await import('attune-elements/define/trust-questionnaire');
  await new Promise((go) => addEventListener('go', go, { once: true }));
};

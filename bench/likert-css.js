/** Plain styles for the adapters without styles of their own. */
export const likertCss =
  'fieldset{border:0;border-bottom:1px solid #ddd;margin:0;padding:.75rem 0}legend{padding:0;font-weight:600}' +
  'label{display:inline-flex;gap:.35rem;align-items:center;margin-inline-end:1rem;min-height:2.75rem}';

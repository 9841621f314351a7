// <attune-questionnaire> with everything that a form can have: expressions and markup too, as LHC-Forms has them.
import { join } from 'node:path';

export default {
  name: 'Attune',
  folder: join(import.meta.dirname, '../../../dist/cdn'),
  scripts: ['fhir-questionnaire.js', 'fhir-expressions.js', 'fhir-markup.js'],
  styles: [],
  isModule: true,
  /** Resolves when the widget has shown the form. All pages are one list, as in LHC-Forms. */
  mount: async (host, questionnaire) => {
    const widget = Object.assign(document.createElement('attune-questionnaire'), { layout: 'list', instrument: questionnaire });
    const failed = new Promise((_, reject) => {
      widget.addEventListener('attune-error', ({ detail }) => {
        if (detail.code === 'bad-instrument') reject(new Error(detail.message));
      });
    });
    host.append(widget);
    await Promise.race([widget.updateComplete, failed]);
    if (!widget.shadowRoot.querySelector('[data-key], [part=display]')) throw new Error('nothing is shown');
  },
  /**
   * The linkIds of the items on screen. A key is the linkId with some signs as their code (`1~2e~2`), and the place in each repetition. Texts to
   * read have no key, and some are the help of a question, so they are found by their words.
   */
  presented: host => {
    const widget = host.querySelector('attune-questionnaire');
    const inside = selector => [...widget.shadowRoot.querySelectorAll(selector)];
    const linkIds = inside('[data-key]').map(({ dataset: { key } }) =>
      key.replace(/(\.\d+)+$/, '').replace(/~([\da-f]+)~/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    );
    const words = inside('[part=display], [part=help], [part=input] ~ *').map(({ textContent }) => textContent);
    const flat = (items = []) => items.flatMap(item => [item, ...flat(item.item)]);
    const read = flat(widget.instrument.item).filter(({ type, text }) => type === 'display' && text && words.some(one => one.includes(text)));
    return [...linkIds, ...read.map(({ linkId }) => linkId)];
  },
};

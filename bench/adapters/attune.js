// The widget as a host embeds it: the CDN file, the instrument as data, with progress. It is not `required`, because it
// would then show one more radio per item, for leaving the item out, which the other adapters do not have.
import 'attune';

const definition = ({ id, title, options, items }) => ({
  schema: 1,
  id,
  version: '1.0.0',
  language: 'en',
  title,
  audience: 'client',
  licence: {
    copyright: '(c) 2026 A Clinic',
    licenceHolder: 'A Clinic',
    licenceUrl: 'https://clinic.example/forms',
    licenceConfirmed: true,
  },
  normed: false,
  scales: { agree: { choices: options.map(({ value, text }) => ({ code: value, text, value: Number(value) })) } },
  absent: {},
  items: items.map(({ id, text }) => ({ id, type: 'choice', text, scale: 'agree' })),
});

export default {
  mount(host, questionnaire, onSubmit) {
    const widget = document.createElement('attune-questionnaire');
    widget.instrument = definition(questionnaire);
    widget.addEventListener('attune-submit', ({ detail: { response } }) => {
      onSubmit(Object.fromEntries(response.answers.map(({ item, values }) => [item, values[0]])));
    });
    host.append(widget);
    return widget.updateComplete;
  },
  radios: host => host.firstChild.shadowRoot.querySelectorAll('input[type=radio]'),
  submit: host => host.firstChild.shadowRoot.querySelector('[part~=submit]').click(),
};

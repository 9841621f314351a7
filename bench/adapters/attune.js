// The widget as a host embeds it: the CDN file, the instrument as data, progress shown.
import 'attune';

const definition = ({ id, title, options, items }) => ({
  schema: 1,
  id,
  version: '1.0.0',
  language: 'en',
  title,
  audience: 'client',
  licence: { text: 'MIT' },
  normed: false,
  scales: { agree: { choices: options.map(({ value, text }) => ({ code: value, text, value: Number(value) })) } },
  absent: {},
  items: items.map(({ id, text }) => ({ id, type: 'choice', text, scale: 'agree' })),
});

export default {
  mount(host, questionnaire, onSubmit) {
    const widget = document.createElement('attune-questionnaire');
    widget.instrument = definition(questionnaire);
    widget.required = true;
    widget.addEventListener('attune-submit', ({ detail: { response } }) => {
      onSubmit(Object.fromEntries(response.answers.map(({ item, values }) => [item, values[0]])));
    });
    host.append(widget);
    return widget.updateComplete;
  },
  radios: host => host.firstChild.shadowRoot.querySelectorAll('input[type=radio]'),
  submit: host => host.firstChild.shadowRoot.querySelector('[part~=submit]').click(),
};

// The minimum for a page: a native form made with plain DOM calls, native validation, FormData.
import { likertCss } from '../likert-css.js';

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

export default {
  mount(host, { title, items, options }, onSubmit) {
    if (!document.getElementById('floor')) document.head.append(make('style', { id: 'floor' }, likertCss));
    const form = make('form', {}, make('h2', {}, title));
    for (const { id, text } of items) {
      const radio = ({ value }) => make('input', { type: 'radio', name: id, value, required: true });
      const labels = options.map(option => make('label', {}, radio(option), option.text));
      form.append(make('fieldset', {}, make('legend', {}, text), ...labels));
    }
    form.append(make('button', { type: 'submit' }, 'Submit'));
    form.addEventListener('submit', event => {
      event.preventDefault();
      onSubmit(Object.fromEntries(new FormData(form)));
    });
    host.append(form);
  },
};

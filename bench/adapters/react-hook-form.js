import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { likertCss } from '../likert-css.js';

function Form({ questionnaire: { title, items, options }, onSubmit }) {
  const { register, handleSubmit } = useForm();
  const radio = (id, value) => h('input', { type: 'radio', value, ...register(id, { required: true }) });
  const label = (id, { value, text }) => h('label', { key: value }, radio(id, value), text);
  return h(
    'form',
    { noValidate: true, onSubmit: handleSubmit(answers => onSubmit(answers)) },
    h('style', null, likertCss),
    h('h2', null, title),
    items.map(({ id, text }) =>
      h('fieldset', { key: id }, h('legend', null, text), options.map(option => label(id, option))),
    ),
    h('button', { type: 'submit' }, 'Submit'),
  );
}

export default {
  mount(host, questionnaire, onSubmit) {
    createRoot(host).render(h(Form, { questionnaire, onSubmit }));
  },
};

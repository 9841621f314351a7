// One radiogroup question per item, rendered by SurveyJS's interface that needs no framework.
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import 'survey-core/survey-core.min.css';

export default {
  mount(host, { title, items, options }, onSubmit) {
    const model = new Model({
      title,
      showQuestionNumbers: 'off',
      focusFirstQuestionAutomatic: false,
      completeText: 'Submit',
      elements: items.map(({ id, text }) => ({
        type: 'radiogroup',
        name: id,
        title: text,
        isRequired: true,
        colCount: 5,
        choices: options,
      })),
    });
    model.onComplete.add(({ data }) => onSubmit(data));
    renderSurvey(model, host);
  },
  submit: host => host.querySelector('.sd-navigation__complete-btn').click(),
};

import { formId, type FormContext, idOf } from './form-context.ts';
import { type Markup, markup, type Part } from './markup.ts';
import { problemText } from './problem-text.ts';
import type { FormProblem } from './form-problem.ts';
import { itemText } from './wording.ts';

/** What must be looked at, with a link to each question. It has the focus, as the person has just sent the form. */
export function problemSummary(problems: readonly FormProblem[], context: FormContext): Part {
  const { words, name } = context;
  const found = problems.flatMap(({ item: id, at = [], code }) => {
    const item = id === undefined ? undefined : context.itemOf(id);
    return item ? [{ item, at, code }] : [];
  });
  if (!found.length) return undefined;
  const id = `${formId(name)}-problems`;
  const line = ({ item, at, code }: (typeof found)[number]): Markup =>
    markup`<li><a href="#${encodeURIComponent(idOf(context, { item, at }))}">${itemText(item, at, context)}</a> ${problemText(item, code, words)}</li>`;
  return markup`<div class="attune-problems" role="group" tabindex="-1" autofocus aria-labelledby="${id}"><p id="${id}"><strong>${words('errorTitle', {
    count: found.length,
  })}</strong></p><ul>${found.map(line)}</ul></div>
`;
}

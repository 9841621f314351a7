import { indexItems } from '../core/instrument/item-index.ts';
import type { Instrument } from '../core/instrument/instrument.ts';
import { breaks } from '../core/plain-data/problem.ts';
import { RECORDER_MARKS } from '../ui/host/recorder-marks.ts';
import { directionOf } from '../ui/text/direction.ts';
import { readEntries } from './entries.ts';
import { entriesOf } from './entries-of.ts';
import { entryName } from './entry-names.ts';
import { type FormContext, formId } from './form-context.ts';
import { itemList, tag } from './item-list.ts';
import { typeMarkupOf } from './item-types/index.ts';
import { attributes, markup } from './markup.ts';
import type { FallbackOptions } from './fallback-options.ts';
import { isAsked } from './asked-items.ts';
import { hiddenField, recordEntries } from './record-entries.ts';
import { closing, opening } from './opening.ts';
import { problemSummary } from './problem-summary.ts';
import { type FormProblem, NOT_ASKED } from './form-problem.ts';
import { wordsIn } from './words.ts';
import { isTimeZone } from './zone-time.ts';

/**
 * A form without script for an instrument, as HTML: native controls with the entries that `readForm` reads. It needs no DOM. Inside the
 * widget's element, as its only content, the widget takes its place and keeps what was typed. All text is escaped.
 */
export function renderFallback(instrument: Instrument, options: FallbackOptions): string {
  const context = contextFor(instrument, options);
  const { name, words, level } = context;
  const { language, direction } = instrument;
  const { action } = options;
  const title = `${formId(name)}-title`;
  const hasQuestions = [...indexItems(instrument).values()].some(isAsked);
  const isSent = action !== undefined;
  const content = markup`<${tag(level)} id="${title}">${instrument.title}</${tag(level)}>
${hasQuestions && recordEntries(context, options)}${problemSummary(problemsIn(options), context)}${opening(context, options)}
${itemList(instrument.items, { at: [], isConditional: false, suffix: '' }, context)}
${closing(context, options)}${isSent && hasQuestions ? markup`<p><button>${options.send ?? words('send')}</button></p>` : undefined}`;
  const marks = options.unmasked ? undefined : RECORDER_MARKS;
  const root = attributes({
    ...marks,
    class: ['attune-fallback', marks?.class].filter(Boolean).join(' '),
    'data-attune': 'fallback',
    'data-zone': options.timeZone === context.timeZone ? context.timeZone : undefined,
    role: 'none',
    lang: language,
    dir: direction ?? directionOf(language),
  });
  const fields = markup`<fieldset${root}>
${content}
</fieldset>`;
  if (!isSent) return `${fields.text}\n`;
  const form = attributes({
    action,
    method: 'post',
    'accept-charset': 'utf-8',
    enctype: context.hasFiles ? 'multipart/form-data' : undefined,
    autocomplete: options.privacy === 'shared' ? 'off' : undefined,
    'aria-labelledby': title,
  });
  return `${markup`<form${form}>
${Object.entries(options.fields ?? {}).map(([name, value]) => hiddenField(name, value))}${fields}
</form>`.text}\n`;
}

/** What is wrong, and what was left out. */
const problemsIn = ({ problems = [], notAsked = [] }: FallbackOptions): FormProblem[] => [
  ...problems,
  ...notAsked.map(({ item, at = [] }) => ({ ...breaks(item, NOT_ASKED), item, at })),
];

function contextFor(instrument: Instrument, options: FallbackOptions): FormContext {
  const { name = instrument.id, locale = instrument.language, strings, headingLevel, given = [], answers = [] } = options;
  const timeZone = options.timeZone !== undefined && isTimeZone(options.timeZone) ? options.timeZone : 'UTC';
  const index = indexItems(instrument);
  const byName = (problem: FormProblem): [string, FormProblem][] =>
    problem.item === undefined ? [] : [[entryName(name, problem.item, problem.at ?? []), problem]];
  return {
    instrument,
    words: wordsIn({ locale, strings, around: instrument.language }),
    name,
    values: readEntries(options.entries ?? entriesOf(instrument, answers, { name, timeZone })),
    isNew: !options.entries && !options.answers,
    problems: new Map(problemsIn(options).flatMap(byName)),
    given,
    itemOf: (id) => index.get(id)?.item,
    isRequired: !!options.required,
    level: [1, 2, 3, 4, 5, 6].includes(headingLevel ?? 2) ? (headingLevel ?? 2) : 2,
    timeZone,
    notes: options.notes ?? {},
    extraRows: Math.max(0, Math.trunc(options.extraRows ?? 2) || 0),
    hasFiles: [...index.values()].some(({ item }) => typeMarkupOf(item).hasFiles),
  };
}

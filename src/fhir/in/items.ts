import type { Instrument, Item } from '../../core/instrument/instrument.ts';
import { readFieldValues } from '../../core/instrument/field-values.ts';
import { limits } from '../../core/plain-data/limits.ts';
import { besideOf, HELP, takeBeside, textIn } from './beside.ts';
import { codingOf } from './choices.ts';
import { type Draft, filled, type Source } from './draft.ts';
import { answerKind } from '../item-kind.ts';
import { reportRest } from './extension-rest.ts';
import type { Outline } from './outline.ts';
import type { QuestionContext } from './question.ts';
import { questionFields } from './question-types.ts';
import { isDefinable, type Target, valueIn } from './value.ts';

const OF_LISTS = ['radio-button', 'check-box', 'drop-down', 'autocomplete', 'lookup', 'likert'];

/** Controls that are shown as an item of this type is shown anyway. A slider without limits is reported where it is read. */
const USUAL = new Map<string, readonly string[]>([
  ['display', ['inline']],
  ['group', ['list']],
  ['choice', OF_LISTS],
  ['open-choice', OF_LISTS],
  ['coding', OF_LISTS],
  ['integer', ['slider', 'spinner', 'text-box', 'radio-button', 'likert']],
  ['decimal', ['slider', 'spinner', 'text-box']],
  ['boolean', ['radio-button']],
  ['string', ['text-box', ...OF_LISTS]],
  ['text', ['text-box']],
]);

/** The elements of an item. */
const ELEMENTS = new Set(
  (
    'id extension modifierExtension linkId definition code prefix text type enableWhen enableBehavior disabledDisplay required repeats ' +
    'readOnly maxLength answerConstraint answerOption answerValueSet initial item'
  ).split(' '),
);

/** System, code and display with tabs between them, a line for each code of the item. */
const codesOf = ({ part }: Source): string | undefined => {
  const lines = part.list('code').map((one) => {
    const { system = '', code = '', display = '' } = codingOf(one);
    return [system, code, display].join('\t').trimEnd();
  });
  return lines.join('\n') || undefined;
};

const isCount = (number: number | undefined): number is number => Number.isSafeInteger(number) && number! >= 0;

/** Makes the items of a definition. Their conditions are added later, because these need the choices of all items. */
export class ItemReader {
  readonly #context: QuestionContext;
  readonly #ids: ReadonlyMap<string, Source>;

  constructor(context: QuestionContext, { byId }: Outline) {
    this.#context = context;
    this.#ids = byId;
  }

  read(sources: readonly Source[]): Draft[] {
    return sources.map((source) => this.#item(source));
  }

  #item(source: Source): Draft {
    const { part, extensions, id, fhirType } = source;
    const isQuestion = fhirType !== 'group' && fhirType !== 'display';
    const beside = besideOf(source);
    const texts = filled({ lower: textIn(beside, 'lower'), upper: textIn(beside, 'upper'), unit: textIn(beside, 'unit') });
    const isGroup = fhirType === 'group' && source.children.length > [...beside.keys()].filter((place) => place === 'help').length;
    const fields = isQuestion ? questionFields({ source, texts }, this.#context) : { type: isGroup ? 'group' : 'display' };
    if (fhirType === 'group' && !isGroup) part.tell(id, 'group-without-items');
    const text = part.text('text');
    if (isQuestion && text === undefined) part.tell(id, 'text-missing');
    const draft = {
      id,
      text: this.#asWritten(text ?? (isQuestion ? labelOf(source) : ''), source),
      ...filled({
        prefix: part.text('prefix'),
        short: extensions.text('shortText'),
        help: textIn(beside, 'help'),
        hidden: extensions.flag('hidden') || isForReading(source),
        required: (isQuestion || isGroup) && part.flag('required'),
        readOnly: (isQuestion || isGroup) && isReadOnly(source),
        calculate: isQuestion ? extensions.expression('calculatedExpression') : undefined,
      }),
      ...fields,
    } as Draft;
    if (isQuestion || isGroup) Object.assign(draft, repeatsOf(source, draft));
    if (isQuestion) Object.assign(draft, initialOf(source, draft));
    if (!draft.initial) delete draft.initial;
    const tags = filled({ codes: codesOf(source), definition: part.text('definition'), text: isQuestion && text === undefined ? 'none' : undefined });
    draft.tags = { ...draft.tags, ...(tags as Record<string, string>) };
    takeBeside(source, draft, beside, (child, field) => {
      this.#context.wordings.take(draft, field, child.part.beside('text'));
      reportRest(child.extensions, part.tell, child.id);
    });
    if (!Object.keys(draft.tags).length) delete draft.tags;
    this.#report(source, draft);
    source.draft = draft;
    const items = this.read(source.children);
    if (items.length) draft.items = items;
    return draft;
  }

  /** An instrument puts the answer to `id` in the place of `{id}`. FHIR does not, so an invisible character keeps it as it is. */
  #asWritten(text: string, { part, id }: Source): string {
    return text.replace(/\{([\w-]+)(?=\})/g, (name, inner: string) => {
      if (!this.#ids.has(inner)) return name;
      part.tell(id, 'name-in-braces', inner);
      return `{\u2060${inner}`;
    });
  }

  #report(source: Source, draft: Draft): void {
    const { part, extensions, controls, id, fhirType } = source;
    const { wordings } = this.#context;
    for (const field of ['text', 'prefix']) {
      const beside = part.beside(field);
      wordings.take(draft, field, beside);
      reportRest(beside, part.tell, id);
    }
    const usual = USUAL.get(fhirType) ?? [];
    // A list that is not known has no control.
    for (const control of draft.tags?.valueSet ? [] : controls) {
      if (fhirType === 'display' && HELP.includes(control)) part.tell(id, 'help-shown-below', control);
      else if (!usual.includes(control)) part.tell(id, fhirType === 'group' ? 'shown-as-list' : 'control-not-offered', control);
    }
    if (part.text('disabledDisplay') === 'protected' || extensions.text('disabledDisplay') === 'protected') part.tell(id, 'disabled-item-is-hidden');
    if (fhirType === 'group' && draft.required) part.tell(id, 'required-group-not-checked');
    if (part.number('maxLength') !== undefined && !draft.maxLength) part.tell(id, 'limit-not-applied', 'maxLength');
    for (const name of Object.keys(part.data)) if (!ELEMENTS.has(name.replace(/^_/, ''))) part.tell(id, 'element-unknown', name);
    for (const modifier of part.list('modifierExtension')) part.tell(id, 'modifier-not-known', modifier.text('url'));
    if (extensions.has('supportLink')) part.tell(id, 'link-not-shown', extensions.text('supportLink'));
    reportRest(extensions, part.tell, id);
  }
}

/** A question always needs a label. Without a text it is that of its code, or of the item around it. */
function labelOf({ part, id, parent }: Source): string {
  const named = part.list('code').map((one) => one.text('display')).find(Boolean);
  return named ?? (parent && (parent.part.text('text') ?? labelOf(parent))) ?? id;
}

/** Whether the item is for reading a filled-in form only. */
function isForReading({ extensions, part, id }: Source): boolean {
  const mode = extensions.text('usageMode');
  if (!mode?.startsWith('display')) return false;
  part.tell(id, 'hidden-by-usage-mode', mode);
  return true;
}

/** What is in a group that is read only is read only too. */
const isReadOnly = ({ part, parent }: Source): boolean => part.flag('readOnly') || (!!parent && isInGroup(parent) && isReadOnly(parent));

const isInGroup = ({ fhirType }: Source): boolean => fhirType === 'group';

function repeatsOf({ part, extensions, id }: Source, draft: Draft): object {
  if (!part.flag('repeats')) return {};
  const least = extensions.number('minOccurs');
  const most = extensions.number('maxOccurs');
  if (draft.multiple) {
    if (least !== undefined || most !== undefined) part.tell(id, 'number-of-choices-not-checked', most ?? least);
    return {};
  }
  const max = isCount(most) && most > 0 ? Math.min(most, limits.repetitions) : limits.repetitions;
  const min = isCount(least) ? Math.min(least, max) : undefined;
  // It has no words, because the language of the form is not ours.
  const add = `+ ${(draft.short as string | undefined) ?? draft.text}`.trim();
  return { repeats: { ...(min !== undefined && { min }), max, ...(!draft.readOnly && { add }) } };
}

function initialOf({ part, id }: Source, draft: Draft): object {
  const { initial: given = [], ...item } = draft as Draft & { initial?: unknown[] };
  const target = { ...item, kind: answerKind(item as unknown as Item)! } as Target;
  const values = part.list('initial').flatMap((one) => {
    const typed = one.typed();
    if (!typed) return [];
    const value = valueIn(target, typed);
    if (isDefinable(value)) return value;
    part.tell(id, 'value-does-not-fit', typed.value);
    return [];
  });
  // A definition with a start value that is no answer would be refused.
  const fits = (some: readonly unknown[]): boolean => {
    const isFit = typeof readFieldValues({ scales: {} } as unknown as Instrument, item as unknown as Item, some) !== 'string';
    if (!isFit) part.tell(id, 'value-does-not-fit', some);
    return isFit;
  };
  const all = [...given, ...values];
  const { repeats } = item as { repeats?: { max: number } };
  const initial = repeats ? all.filter((value) => fits([value])).slice(0, repeats.max) : all.length && fits(all) ? all : [];
  return { initial: initial.length ? initial : undefined };
}

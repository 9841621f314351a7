import type { Item } from '../../core/instrument/instrument.ts';
import type { Media } from '../../core/item-types/presentation.ts';
import { besideOf, takeBeside, textIn } from './beside.ts';
import { codingOf } from './choices.ts';
import { constraintsOf } from './constraints.ts';
import { type Draft, filled, type Source } from './draft.ts';
import { takeExpression } from './dynamic.ts';
import { isChoice, isWritten } from '../item-kind.ts';
import { reportRest } from './extension-rest.ts';
import { layoutIn } from './layout.ts';
import { initialOf } from './initial.ts';
import { isForReading, isReadOnly, itemMedia, linksOf } from './item-extras.ts';
import { type Label, labelOf } from './label.ts';
import type { Outline } from './outline.ts';
import type { Extensions, Part } from './part.ts';
import type { Fields, QuestionContext } from './question.ts';
import { questionFields } from './question-types.ts';
import { addWords, repeatsOf } from './repetitions.ts';
import { reportItem } from './report-item.ts';
import { richText } from './rich-text.ts';

const CATEGORIES = ['instructions', 'security', 'help'];

const COLLAPSIBLE: Record<string, string> = { 'default-open': 'open', 'default-closed': 'closed' };

/** Fields whose text is the value of an extension. */
const WORDED = [['short', 'shortText'], ['entryFormat', 'entryFormat'], ['open', 'openLabel']] as const;

/** A line for each code of the item: system, code and display with tabs between them, or JSON if there is more. */
const codesOf = ({ part }: Source): string | undefined => {
  const lines = part.list('code').map((one) => {
    const coding = codingOf(one);
    const { system = '', code = '', display = '', version } = coding;
    const userSelected = one.flag('userSelected');
    if (version !== undefined || userSelected || /[\t\n]/.test(display)) return JSON.stringify({ ...coding, ...(userSelected && { userSelected }) });
    return [system, code, display].join('\t').trimEnd();
  });
  return lines.join('\n') || undefined;
};

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
    // Before they are read.
    const worded = WORDED.map(([field, name]) => [field, extensions.first(name)] as const);
    const beside = besideOf(source);
    const texts = filled({ lower: textIn(beside, 'lower'), upper: textIn(beside, 'upper'), unit: textIn(beside, 'unit') });
    const isGroup = fhirType === 'group' && source.children.length > [...beside.keys()].filter((place) => place === 'help').length;
    const fields: Fields = isQuestion ? questionFields({ source, texts }, this.#context) : { type: isGroup ? 'group' : 'display' };
    const { layout, control } = layoutIn(source, isChoice(fields as unknown as Item));
    if (fhirType === 'group' && !isGroup) part.tell(id, 'group-without-items');
    const text = part.text('text');
    const besideText = part.beside('text');
    const dynamicText = takeExpression(besideText, 'cqf-expression', source);
    const isUnnamed = isQuestion && text === undefined && !dynamicText;
    const added = isUnnamed ? labelOf(source) : undefined;
    if (isUnnamed) part.tell(id, added ? 'label-added' : 'text-missing', added?.text);
    const draft = {
      id,
      text: this.#asWritten(text ?? added?.text ?? (isQuestion ? id : ''), source),
      ...filled({
        prefix: part.text('prefix'),
        short: extensions.text('shortText'),
        help: textIn(beside, 'help'),
        hidden: extensions.flag('hidden') || isForReading(source),
        required: (isQuestion || isGroup) && part.flag('required'),
        disabledDisplay: [part.text('disabledDisplay'), extensions.text('disabledDisplay')].includes('protected') && 'protected',
        readOnly: (isQuestion || isGroup) && isReadOnly(source),
        calculate: isQuestion ? extensions.expression('calculatedExpression') : undefined,
        layout,
        collapsible: isGroup ? COLLAPSIBLE[extensions.text('collapsible') ?? ''] : undefined,
        entryFormat: isWritten(fields) ? extensions.text('entryFormat') : undefined,
        links: linksOf(source),
        category: fhirType === 'display' ? extensions.codes('displayCategory').find((code) => CATEGORIES.includes(code)) : undefined,
      }),
      ...fields,
      ...constraintsOf(extensions, { owner: part, at: id, wordings: this.#context.wordings }),
      ...(dynamicText && { dynamic: { ...(fields.dynamic as object), text: dynamicText } }),
    } as Draft;
    const media = [...itemMedia(source), ...((draft.media as Media[] | undefined) ?? [])];
    if (media.length) draft.media = media;
    if (isQuestion || isGroup) Object.assign(draft, repeatsOf(source, draft));
    if (isQuestion) Object.assign(draft, initialOf(source, draft));
    if (!draft.initial) delete draft.initial;
    const tags = filled({ codes: codesOf(source), definition: part.text('definition'), text: isQuestion && text === undefined ? 'none' : undefined, control });
    draft.tags = { ...draft.tags, ...(tags as Record<string, string>) };
    takeBeside(source, draft, beside, (child, field) => {
      const words = child.part.beside('text');
      this.#context.wordings.take(draft, field, words);
      for (const one of [words, child.extensions]) reportRest(one, part.tell, child.id);
    });
    if (!Object.keys(draft.tags).length) delete draft.tags;
    this.#translate(draft, source, { worded, added, besideText });
    reportItem(source, draft);
    source.draft = draft;
    const items = this.read(source.children);
    if (items.length) draft.items = items;
    // A table needs lines, and a container needs groups.
    if (isGroup && control && !layout && !items.some((inner) => inner.layout)) part.tell(id, 'shown-as-list', control);
    return draft;
  }

  /** An instrument puts the answer to `id` in the place of `{id}`. FHIR does not, so an invisible character keeps it as it is. */
  #asWritten(text: string, { part, id }: Source, isNew = true): string {
    return text.replace(/\{([\w-]+)(?=\})/g, (name, inner: string) => {
      if (!this.#ids.has(inner)) return name;
      if (isNew) part.tell(id, 'name-in-braces', inner);
      return `{\u2060${inner}`;
    });
  }

  /** Takes the texts in other languages. */
  #translate(draft: Draft, source: Source, { worded, added, besideText }: Beside): void {
    const { part, id } = source;
    const { wordings } = this.#context;
    for (const field of ['text', 'prefix']) {
      const beside = field === 'text' ? besideText : part.beside(field);
      wordings.take(draft, field, beside, (text) => this.#asWritten(text, source, false));
      if (field === 'text') Object.assign(draft, richText(beside, part, id, { ...this.#context, isStyleMeant: this.#isStyleMeant(source) }));
      reportRest(beside, part.tell, id);
    }
    if (added) wordings.take(draft, 'text', added.beside);
    for (const [field, value] of worded) if (typeof draft[field] === 'string') wordings.takeValue(draft, field, value);
    const { repeats } = draft as { repeats?: { add?: string } };
    if (repeats?.add) wordings.takeButton(repeats, draft, addWords);
  }

  #isStyleMeant({ extensions }: Source): boolean {
    return extensions.flag('rendering-styleSensitive') || this.#context.isStyleMeant;
  }
}

/** The extensions beside the texts of an item. */
interface Beside {
  worded: readonly (readonly [string, Part | undefined])[];
  added: Label | undefined;
  besideText: Extensions;
}

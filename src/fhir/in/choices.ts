import type { Choice } from '../../core/instrument/instrument.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { filled } from './draft.ts';
import { reportRest } from './extension-rest.ts';
import { mediaOf } from './media.ts';
import { type Extensions, extensionsOf, type Part, type Typed } from './part.ts';
import type { QuestionContext } from './question.ts';
import { richText } from './rich-text.ts';
import { LARGEST } from './value.ts';
import type { Concept } from './value-sets.ts';


/** A choice, and the value that FHIR has for it. */
export interface Offered {
  choice: Choice;
  typed: Typed;
  initial: boolean;
}

/** A code that a record can have: no white space, and not the name of a reason. */
const recordCode = (text: string): string => {
  const code = text.trim().replace(/\s+/g, '-').slice(0, 100);
  return ['declined', 'unknown', 'not-applicable'].includes(code) ? `${code}_` : code;
};

/** Makes the codes of one list unique. */
class Codes {
  readonly #used = new Set<string>();

  unique(text: string): string {
    const code = recordCode(text) || 'choice';
    let unique = code;
    for (let i = 2; this.#used.has(unique); i++) unique = `${code}-${i}`;
    this.#used.add(unique);
    return unique;
  }
}

/** The elements of a Coding that an instrument keeps. */
export function codingOf(part: Part, system = part.text('system')) {
  const [version, code, display] = ['version', 'code', 'display'].map((name) => part.text(name));
  return { ...(system && { system }), ...(version && { version }), ...(code && { code }), ...(display && { display }) };
}

const weightNames = ['ordinalValue', 'itemWeight', 'valueset-ordinalValue', 'codesystem-ordinalValue'];

const weightOf = (extensions: Extensions): number | undefined => {
  for (const name of weightNames) {
    const weight = extensions.number(name);
    if (weight !== undefined) return weight;
  }
  return undefined;
};

/** R4 has the properties of a concept in an expansion as this extension of R5. */
const PROPERTY = 'extension-ValueSet.expansion.contains.property';

/** The weight of a concept in an expansion: a property with this code. */
function propertyWeight(part: Part, extensions: Extensions): number | undefined {
  const named = part.list('property').map((one) => [one.text('code'), one.typed()?.value]);
  const extended = extensions.all(PROPERTY).map((one) => {
    const parts = extensionsOf(one);
    return [parts.text('code'), (parts.typed('value[x]') ?? parts.typed('value'))?.value];
  });
  const [, weight] = [...named, ...extended].find(([code]) => code === 'itemWeight') ?? [];
  return typeof weight === 'number' ? weight : undefined;
}

/** What is the same for a choice of a list and of a value set. */
interface Labelled {
  part: Part;
  typed: Typed;
  /** Of the value itself, and of the option around it. */
  extensions: Extensions[];
  text: string | undefined;
  code: string;
  coding?: Choice['coding'];
}

function choiceOf({ part, extensions, text, code, coding }: Labelled, codes: Codes, context: QuestionContext, at: string): Choice {
  const [own] = extensions;
  const weight = extensions.map(weightOf).find((one) => one !== undefined) ?? (own && propertyWeight(part, own));
  const isLimited = weight === undefined || Math.abs(weight) <= LARGEST;
  if (!isLimited) part.tell(at, 'limit-not-applied', weight);
  const prefix = extensions.map((one) => one.text('optionPrefix') ?? one.text('valueset-label')).find(Boolean);
  const exclusive = extensions.some((one) => one.flag('optionExclusive'));
  if (text === undefined) part.tell(at, 'option-without-text', code);
  const choice: Choice = {
    code: codes.unique(code || text || ''),
    text: text ?? (code || '?'),
    ...(isLimited && weight !== undefined && { value: weight }),
    ...(coding && Object.keys(coding).length && { coding }),
    ...(exclusive && { exclusive }),
    ...(prefix && { prefix }),
  };
  for (const one of extensions) {
    const media = mediaOf(one.all('itemAnswerMedia')[0], at);
    Object.assign(choice, richText(one, part, at, context), media && { media });
    context.wordings.take(choice, 'text', one);
    reportRest(one, part.tell, at);
  }
  return choice;
}

/** The elements of a Reference that an answer needs. */
function referenceOf(part: Part, texts: Record<string, string | undefined>): object {
  const identifier = part.part('identifier');
  const [system, value] = ['system', 'value'].map((name) => identifier?.text(name));
  const named = value === undefined ? undefined : filled({ system, value });
  return filled({ ...texts, identifier: named });
}

/** The choices of `answerOption`. */
export function offeredOptions(options: readonly Part[], at: string, context: QuestionContext): Offered[] {
  const codes = new Codes();
  return options.flatMap((part) => {
    const typed = part.typed();
    if (!typed) {
      part.tell(at, 'value-does-not-fit', 'answerOption');
      return [];
    }
    const own = extensionsOf(part);
    const value = isObject(typed.value) ? part.part(`value${typed.type}`) : undefined;
    const initial = part.flag('initialSelected');
    const offer = (labelled: Omit<Labelled, 'part' | 'typed' | 'extensions'>, ...more: Extensions[]): Offered => ({
      choice: choiceOf({ part, typed, extensions: [own, ...more], ...labelled }, codes, context, at),
      typed,
      initial,
    });
    if (typed.type === 'Coding' && value) {
      const [code = '', text] = [value.text('code'), value.text('display')];
      return offer({ text, code, coding: codingOf(value) }, extensionsOf(value), value.beside('display'));
    }
    if (typed.type === 'Reference' && value) {
      const [reference, type, text] = ['reference', 'type', 'display'].map((name) => value.text(name));
      return { ...offer({ text, code: reference ?? '' }, extensionsOf(value), value.beside('display')), typed: { type: typed.type, value: referenceOf(value, { reference, type, display: text }) } };
    }
    const name = `value${typed.type}`;
    const text = typeof typed.value === 'number' ? String(typed.value) : part.text(name);
    if (text !== undefined) return { ...offer({ text, code: text }, part.beside(name)), typed: { type: typed.type, value: typeof typed.value === 'number' ? typed.value : text } };
    part.tell(at, 'value-does-not-fit', typed.value);
    return [];
  });
}

/** The choices of a value set. */
export function offeredConcepts(concepts: readonly Concept[], at: string, context: QuestionContext): Offered[] {
  const codes = new Codes();
  return concepts.map(({ coding: part, system }) => {
    const coding = codingOf(part, system);
    const { code = '', display: text } = coding;
    const typed: Typed = { type: 'Coding', value: coding };
    const extensions = [extensionsOf(part), part.beside('display')];
    const choice = choiceOf({ part, typed, extensions, text, code, coding }, codes, context, at);
    for (const designation of part.list('designation')) {
      context.wordings.add(choice, 'text', designation.text('language'), designation.text('value'));
    }
    return { choice, typed, initial: false };
  });
}

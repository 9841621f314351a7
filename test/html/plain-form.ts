import { type ChildNode, type Document, type Element as ParsedElement, parse, type TextNode } from 'parse5';

type Node = Document | ChildNode;

export type Element = ParsedElement;

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): readonly ChildNode[] => ('childNodes' in node ? (node as Element).childNodes : []);

/** Every element of a document, in order. */
export function elementsOf(html: string): Element[] {
  const visit = (node: Node): Element[] => [...(isElement(node) ? [node] : []), ...childrenOf(node).flatMap(visit)];
  return visit(parse(html));
}

export const within = (element: Element): Element[] =>
  childrenOf(element).filter(isElement).flatMap((child) => [child, ...within(child)]);

export const attribute = ({ attrs }: Element, name: string): string | undefined => attrs.find((one) => one.name === name)?.value;

export const textOf = (node: Node): string =>
  node.nodeName === '#text' ? (node as TextNode).value : childrenOf(node).map(textOf).join('');

/** A control, as a browser holds it while a person fills in the form. */
export interface Control {
  element: Element;
  kind: 'hidden' | 'radio' | 'checkbox' | 'select' | 'textarea' | 'text' | 'file';
  name: string;
  value: string;
  isChecked: boolean;
  /** The text beside a radio or a checkbox, or the texts of a list. */
  label: string;
  entries: { text: string; value: string }[];
  /** The item and its place, as the question says. */
  item: string | undefined;
  at: string | undefined;
}

/** A form without script, in a browser without script. */
export class PlainForm {
  readonly elements: Element[];
  readonly controls: Control[] = [];

  constructor(html: string) {
    this.elements = elementsOf(html);
    const questions = this.elements.filter((element) => attribute(element, 'data-item') !== undefined);
    const places = new Map(questions.flatMap((question) => within(question).map((element) => [element, question])));
    const labels = new Map(
      this.elements.filter(({ tagName }) => tagName === 'label').flatMap((label) => within(label).map((element) => [element, textOf(label).trim()])),
    );
    for (const element of this.elements) {
      const control = controlOf(element, labels.get(element) ?? '');
      const question = places.get(element);
      if (control) this.controls.push({ ...control, item: question && attribute(question, 'data-item'), at: question && attribute(question, 'data-at') });
    }
  }

  /** The controls of an item at a place. */
  at(item: string, at: readonly number[] = []): Control[] {
    return this.controls.filter((control) => control.item === item && control.at === at.join('.'));
  }

  /** The person chooses the entry with this text. */
  choose(item: string, label: string, at: readonly number[] = []): void {
    const controls = this.at(item, at);
    const list = controls.find(({ kind }) => kind === 'select');
    const entry = list?.entries.find(({ text }) => text === label);
    if (list && entry) {
      list.value = entry.value;
      return;
    }
    const chosen = controls.find((control) => control.label === label && (control.kind === 'radio' || control.kind === 'checkbox'));
    if (!chosen) throw new Error(`no "${label}" at ${item}: ${controls.map((one) => one.label).join(', ')}`);
    if (chosen.kind === 'radio') for (const other of this.controls) if (other.kind === 'radio' && other.name === chosen.name) other.isChecked = false;
    chosen.isChecked = true;
  }

  /** The person writes into the field of an item. `part`: the field for its unit or for own words. */
  write(item: string, text: string, at: readonly number[] = [], part = ''): void {
    const field = this.at(item, at).find(({ kind, name }) => (kind === 'text' || kind === 'textarea') && name.endsWith(part));
    if (!field) throw new Error(`no field at ${item}`);
    field.value = field.kind === 'textarea' ? text : text.replace(/[\r\n]/g, '');
  }

  /** What the browser sends, in the order of the form. */
  entries(): [string, string][] {
    return this.controls.flatMap(({ kind, name, value, isChecked }): [string, string][] => {
      if (!name || kind === 'file') return [];
      if ((kind === 'radio' || kind === 'checkbox') && !isChecked) return [];
      return [[name, value]];
    });
  }

  /** The body of the request, and what a server reads from it. */
  send(): URLSearchParams {
    const sent = new URLSearchParams(this.entries().map(([name, value]) => [name, value.replace(/\r\n?|\n/g, '\r\n')]));
    return new URLSearchParams(sent.toString());
  }
}

type Own = Omit<Control, 'item' | 'at'>;

function controlOf(element: Element, label: string): Own | undefined {
  const { tagName } = element;
  const common = { element, name: attribute(element, 'name') ?? '', label, entries: [], isChecked: attribute(element, 'checked') !== undefined };
  if (tagName === 'textarea') return { ...common, kind: 'textarea', value: textOf(element) };
  if (tagName === 'select') {
    const options = within(element);
    const entries = options.map((option) => ({ text: textOf(option), value: attribute(option, 'value') ?? '' }));
    const selected = options.findIndex((option) => attribute(option, 'selected') !== undefined);
    return { ...common, kind: 'select', entries, value: entries[Math.max(0, selected)]!.value };
  }
  if (tagName !== 'input') return undefined;
  const type = attribute(element, 'type') ?? 'text';
  const known = ['hidden', 'radio', 'checkbox', 'file'] as const;
  return { ...common, kind: known.find((one) => one === type) ?? 'text', value: attribute(element, 'value') ?? '' };
}

// The script of a page with several widgets: it finds their tags, later ones too, and loads the files of each. It has no widget.
import { report } from '../ui/host/report.ts';

/** The files that each element needs, its own last. The build writes them here. */
declare const FILES: Readonly<Record<string, readonly string[]>>;
const needed = FILES;

const PREFIX = 'attune-';
/** What asks for a draft. */
const KEEPS = '[autosave]';
const SECOND = 1000;
const LONGEST_WAIT = 60 * SECOND;

/** The tags that were met. A second copy of this script on the page leaves them to the first. */
const met = ((globalThis as { [key: symbol]: unknown })[Symbol.for('attune.auto')] ??= new Set<string>()) as Set<string>;

/** `auto.js?fhir`: the page has FHIR forms. The file for them has all in it, because no other element has so much of the engine. */
const isForFhir = new URL(import.meta.url).searchParams.has('fhir');
const FHIR = 'fhir-questionnaire';

const file = (path: string): Promise<unknown> => import(/* @vite-ignore */ new URL(path, import.meta.url).href);

/**
 * Some browsers remember that a file did not come, and that a file that it imports did not come. So another try asks for another
 * address, and then for the one file that has all that the element needs.
 */
const filesOf = (name: string, tries: number): Promise<unknown> => {
  const again = tries ? `?${tries}` : '';
  const whole = (): Promise<unknown> => file(`../cdn/${name}.js${again}`);
  if (name === FHIR) return whole();
  if (tries) return file(`./${name}.js${again}`).catch(whole);
  // All at once: the last one imports the others, but the browser would first have to read it.
  return Promise.all(needed[name]!.map((path) => file(`./${path}`)));
};

/** Tries until it comes. */
async function insist(element: HTMLElement, ask: (tries: number) => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ask(tries);
      return;
    } catch (error) {
      if (!tries) report(element, 'not-loaded', String(error));
      await later(Math.min(SECOND * 2 ** tries, LONGEST_WAIT));
    }
  }
}

/** The first try to load what keeps drafts. It is asked for by an attribute, and has no tag. */
let drafts: Promise<void> | undefined;
const draftsFor = (element: HTMLElement): Promise<void> =>
  (drafts ??= new Promise((done) => {
    const ask = (tries: number): Promise<unknown> => file(`../cdn/drafts.js${tries ? `?${tries}` : ''}`).finally(done);
    void insist(element, ask);
  }));

async function load(element: HTMLElement, name: string): Promise<void> {
  // Before the widget, which says otherwise that nothing keeps its draft.
  if (element.matches(KEEPS)) await draftsFor(element);
  return insist(element, (tries) => filesOf(name, tries));
}

/** After this time, or when the browser has a network again. */
const later = (time: number): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, time);
    addEventListener('online', go);
  });

function meet(element: Element): void {
  const tag = element.localName;
  if (!tag.startsWith(PREFIX)) return;
  if (element.matches(KEEPS)) void draftsFor(element as HTMLElement);
  if (met.has(tag) || customElements.get(tag)) return;
  met.add(tag);
  const name = tag.slice(PREFIX.length);
  if (isForFhir && name === 'questionnaire') void load(element as HTMLElement, FHIR);
  else if (Object.hasOwn(needed, name)) void load(element as HTMLElement, name);
  else report(element as HTMLElement, 'unknown-element', tag);
}

const find = (root: ParentNode): void => root.querySelectorAll(`:not(:defined), ${KEEPS}`).forEach(meet);

/**
 * Loads what stands in this tree now or later. The document is watched from the beginning. A shadow root is its own tree: a page
 * gives each that has widgets in it.
 */
export function watch(root: Document | ShadowRoot): void {
  new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records) {
      if (type === 'attributes') meet(target as Element);
      for (const node of addedNodes) {
        if (node instanceof Element) {
          meet(node);
          find(node);
        }
      }
    }
  }).observe(root, { childList: true, subtree: true, attributeFilter: ['autosave'] });
  find(root);
}

watch(document);

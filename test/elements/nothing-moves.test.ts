import { expect, nextFrame } from '@open-wc/testing';
import '../../src/define/all.ts';
import { visit } from './fixtures/definitions.ts';
import { mount } from './fixtures/host.ts';
import { boxOf, container, hasNoWindowErrors, isChromium, resized } from './fixtures/layout.ts';
import { button, buttons, inside, legendOf, put, sendButton, settled } from './fixtures/person.ts';

/** The questionnaires, each with its longest form. */
const questionnaires: [tag: string, attributes?: Record<string, string>][] = [
  ['attune-trust-questionnaire', { variant: 'intake' }],
  ['attune-trust-questionnaire', { length: 'pulse' }],
  ['attune-empathy-checklist'],
  ['attune-benefits-check'],
  ['attune-rapport-check'],
  ['attune-openness-check'],
  ['attune-environment-check'],
  ['attune-check-in'],
  ['attune-boundary-card'],
  ['attune-mistrust-observation'],
  ['attune-reflection'],
  ['attune-questionnaire'],
];
const layouts: [name: string, width: number, layout: string][] = [
  ['in a list at 900 px', 900, 'list'],
  ['in a list at 320 px', 320, 'list'],
  ['on pages at 390 px', 390, 'paged'],
];

async function shown(tag: string, { width, attributes }: { width: number; attributes: Record<string, string> }): Promise<HTMLElement> {
  const properties = tag === 'attune-questionnaire' ? { instrument: visit } : {};
  const widget = await mount(tag, { attributes, properties, into: await container(width) });
  await resized(widget);
  return widget;
}

/** The place in the widget of everything that a person can see. An agenda is built from the answers, so what is below it may move. */
function placesOf(widget: Element): Map<Element, readonly number[]> {
  const { left, top } = boxOf(widget);
  const seen = inside<HTMLElement>(
    widget,
    '[part=legend], label, input, textarea, button, [part=help], [part=ends], [part=progress], progress, [part=intro], [part=crisis], [part=concern], [part=erase], [part~=summary], h2, h3',
  );
  const within = inside(widget, '.agenda').length ? '[part=items] *' : '*';
  // The heads of a matrix follow the window.
  const parts = seen.filter((part) => part.matches(within) && !part.closest('.heads') && part.checkVisibility({ visibilityProperty: true }));
  return new Map(
    parts.map((part): [Element, number[]] => {
      const box = boxOf(part);
      return [part, [box.left - left, box.top - top, box.width, box.height]];
    }),
  );
}

const nameOf = (part: Element): string => `${part.localName} "${(part.textContent || (part as HTMLInputElement).name || part.className).trim().slice(0, 30)}"`;

/** Firefox rounds to other parts of a pixel after the page has scrolled. */
const ROUNDING = 0.2;

/** What has moved: parts that are there before and after. */
function movedBetween(before: ReadonlyMap<Element, readonly number[]>, after: ReadonlyMap<Element, readonly number[]>): string[] {
  return [...before].flatMap(([part, place]) => {
    const now = after.get(part);
    const hasMoved = now?.some((n, i) => Math.abs(n - place[i]!) > ROUNDING);
    return hasMoved ? [`${nameOf(part)}: ${place.join(' ')} -> ${now!.join(' ')}`] : [];
  });
}

const isBefore = (part: Element, other: Element): boolean => !!(part.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

/** Everything that a person can do to a question, one step after the other. */
function stepsOf(item: Element): [name: string, step: () => void][] {
  const own = <T extends Element>(selector: string): T[] => [...item.querySelectorAll<T>(selector)].filter((part) => part.closest('.item') === item);
  const inputs = own<HTMLInputElement>('.options input');
  const box = own<HTMLInputElement>(':is(textarea, input[part=input])')[0];
  const steps: [string, () => void][] = [];
  for (const input of [inputs[0], inputs[1], inputs.at(-1)]) {
    if (input) steps.push([`choose "${input.parentElement!.textContent}"`, () => input.click()]);
  }
  const clear = own<HTMLElement>('[part=clear]')[0];
  if (clear) steps.push(['undo', () => clear.click()]);
  if (box?.matches('textarea, [type=text]')) {
    const most = Number(/\d[\d,]*/.exec(item.querySelector('[id$=-note]')?.textContent ?? '')?.[0].replace(',', '') ?? 100);
    steps.push(['type', () => put(box, 'Some words')]);
    steps.push(['type nearly as much as allowed', () => put(box, 'word '.repeat(Math.floor((most * 0.9) / 5)))]);
    steps.push(['type too much', () => put(box, 'w'.repeat(most + 3))]);
    steps.push(['delete', () => put(box, '')]);
    steps.push(['type again', () => put(box, 'Some')]);
  }
  if (inputs[1]) steps.push(['choose again', () => inputs[1]!.click()]);
  return steps;
}

/** Does every step of every question on the page. Returns what moved. A follow-up that opens may move what is below it. */
async function answerAll(widget: Element): Promise<{ moved: string[]; opened: number }> {
  const moved: string[] = [];
  let opened = 0;
  const done = new Set<Element>();
  for (let item = nextOf(widget, done); item; item = nextOf(widget, done)) {
    done.add(item);
    for (const [name, step] of stepsOf(item)) {
      const before = placesOf(widget);
      const shownBefore = new Set(inside(widget, '.item, .agenda'));
      step();
      await settled(widget);
      const shownNow = inside(widget, '.item, .agenda');
      const hasOpened = shownNow.length !== shownBefore.size || shownNow.some((one) => !shownBefore.has(one));
      if (hasOpened) opened++;
      const after = placesOf(widget);
      const kept = [...before].filter(([part]) => !hasOpened || isBefore(part, item!));
      moved.push(...movedBetween(new Map(kept), after).map((one) => `${legendOf(item!)} ${name}: ${one}`));
    }
  }
  return { moved, opened };
}
const nextOf = (widget: Element, done: Set<Element>): Element | undefined => inside(widget, '.item').find((one) => !done.has(one));

/** The elements that ask more after an answer, or list something for the session below the questions. */
const opens = /boundary-card|check-in/;

describe('while a person answers, nothing moves', () => {
  hasNoWindowErrors();

  for (const [tag, attributes = {}] of questionnaires) {
    for (const [name, width, layout] of layouts) {
      it(`${[tag, ...Object.values(attributes)].join(' ')} ${name}`, async function () {
        this.timeout(30_000);
        const widget = await shown(tag, { width, attributes: { ...attributes, layout } });
        const shifts: string[] = [];
        const observer = isChromium && !opens.test(tag) ? new PerformanceObserver((list) => shifts.push(...list.getEntries().map(shiftOf))) : undefined;
        observer?.observe({ type: 'layout-shift' });
        let opened = 0;
        for (;;) {
          const result = await answerAll(widget);
          expect(result.moved.slice(0, 5)).to.eql([]);
          opened += result.opened;
          await nextFrame();
          shifts.push(...(observer?.takeRecords() ?? []).map(shiftOf));
          expect(shifts.slice(0, 5)).to.eql([]);
          if (!buttons(widget).includes('Next')) break;
          button(widget, 'Next').click();
          await resized(widget);
          observer?.takeRecords();
          shifts.length = 0;
        }
        observer?.disconnect();
        if (!opens.test(tag)) expect(opened).to.equal(0);
      });
    }
  }

  for (const [name, width, layout] of layouts) {
    it(`also not while errors are mended: ${name}`, async () => {
      const widget = await shown('attune-trust-questionnaire', { width, attributes: { required: '', layout } });
      while (buttons(widget).includes('Next')) {
        button(widget, 'Next').click();
        await settled(widget);
      }
      sendButton(widget).click();
      await resized(widget);
      for (const item of inside(widget, '.item')) {
        for (const option of [...item.querySelectorAll('input')].slice(0, 2)) {
          const before = placesOf(widget);
          option.click();
          await settled(widget);
          expect(movedBetween(before, placesOf(widget)).slice(0, 5), legendOf(item)).to.eql([]);
        }
      }
      expect(inside(widget, '[part~=summary] li')).to.not.eql([]);
      if (layout === 'list') expect(inside(widget, '[part~=summary] li:not(.mended)')).to.eql([]);
    });

    if (layout === 'paged') continue;
    it(`also not while blank questions are answered: ${name}`, async () => {
      const widget = await shown('attune-rapport-check', { width, attributes: { layout } });
      sendButton(widget).click();
      await resized(widget);
      expect(inside(widget, '[part~=summary]')).to.have.length(1);
      for (const item of inside(widget, '.item')) {
        const before = placesOf(widget);
        item.querySelector('input')?.click();
        await settled(widget);
        expect(movedBetween(before, placesOf(widget)).slice(0, 5), legendOf(item)).to.eql([]);
      }
    });
  }
});

/** What the browser says has moved. Its value is 0 for what is not in the window. */
function shiftOf(entry: PerformanceEntry): string {
  const { value, sources = [] } = entry as PerformanceEntry & { value: number; sources?: { node: Node | null }[] };
  return `${value.toFixed(4)} ${sources.map(({ node }) => (node instanceof Element ? nameOf(node) : node?.textContent)).join(' | ')}`;
}

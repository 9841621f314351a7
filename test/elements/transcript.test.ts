import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define/all.ts';
import { flattened } from './fixtures/flattened.ts';
import { mount, place } from './fixtures/host.ts';
import { container, isChromium, isMatrix, resized } from './fixtures/layout.ts';
import { choose, labelOf, legendOf, oneInside, radioGroups, radiosOf, sendButton, settled } from './fixtures/person.ts';

const trust = 'attune-trust-questionnaire';

const END = 'Here it ends.';
const next = async (): Promise<string> => {
  await virtual.next();
  return virtual.lastSpokenPhrase();
};

/** What a screen reader says from the beginning of an element to its end. */
async function spoken(element: Element): Promise<string[]> {
  const home = await place();
  const last = document.createElement('div');
  last.textContent = END;
  home.append(flattened(element), last);
  await virtual.start({ container: home });
  const phrases: string[] = [];
  for (let phrase = await virtual.lastSpokenPhrase(); phrase !== END; phrase = await next()) phrases.push(phrase);
  await virtual.stop();
  home.remove();
  return phrases;
}

async function shown(width: number, attributes: Record<string, string>): Promise<HTMLElement> {
  const widget = await mount(trust, { attributes, into: await container(width) });
  await resized(widget);
  return widget;
}

const OPTIONS = ['Totally disagree', 'Disagree', 'In between', 'Agree', 'Totally agree', "Can't say yet"];
const LINES = [
  'My therapist did what they said they would do.',
  'My therapist knew how to help with what I am facing.',
  'My therapist was honest with me.',
  'I could say what was on my mind without fear.',
];
const CHOOSE = "Choose one, or “Can't say yet”.";

/** What is said for one line of the matrix. */
function lineSaid(text: string, { group, error, chosen }: { group: string; error?: string; chosen?: string }): string[] {
  return [
    `radiogroup, ${text}, ${group}`,
    text,
    ...(error ? ['paragraph', error, 'end of paragraph'] : []),
    ...OPTIONS.flatMap((option, i) => [`radio, ${option}, ${option === chosen ? '' : 'not '}checked, position ${i + 1}, set size 6`, option]),
    `end of radiogroup, ${text}, ${group}`,
    ...(chosen ? [`button, Undo, ${text}`] : []),
  ];
}

describe('what a screen reader says', () => {
  it('of a matrix: each question, each of its options by its own name, and never the heads', async () => {
    const widget = await shown(900, { length: 'pulse' });
    expect(isMatrix(widget)).to.equal(true);
    await choose(widget, 2, 'Agree');
    const group = 'not invalid, not read only, not required';
    expect(await spoken(oneInside(widget, '.run'))).to.eql(LINES.flatMap((text, i) => lineSaid(text, { group, ...(i === 1 && { chosen: 'Agree' }) })));
  });

  it('is the same of a joined list', async () => {
    const said = [];
    for (const width of [900, 390]) {
      const widget = await shown(width, { length: 'pulse', layout: 'list' });
      expect(isMatrix(widget)).to.equal(width === 900);
      said.push(await spoken(widget));
      widget.remove();
    }
    expect(said[1]).to.eql(said[0]);
  });

  it('of errors: the summary before the questions, and at each group its error once', async () => {
    const widget = await shown(900, { length: 'pulse', required: '' });
    sendButton(widget).click();
    await settled(widget);
    await choose(widget, 2, 'Agree');
    const phrases = await spoken(widget);
    const run = LINES.flatMap((text, i) =>
      i === 1
        ? lineSaid(text, { group: 'not invalid, not read only, required', chosen: 'Agree' })
        : lineSaid(text, { group: `${CHOOSE}, invalid, not read only, required`, error: CHOOSE }),
    );
    const at = phrases.indexOf(run[0]!);
    expect(phrases.slice(at, at + run.length)).to.eql(run);
    const begins = phrases.indexOf('group, Please look at these 5 questions before you send');
    expect(begins).to.be.within(1, at);
    const summary = phrases.slice(begins, phrases.indexOf('end of group, Please look at these 5 questions before you send'));
    expect(summary.filter((phrase) => phrase === CHOOSE)).to.have.length(1);
    expect(summary.filter((phrase) => phrase.startsWith('link, '))).to.eql(
      ['Right now, how much do you trust your therapist?', ...LINES].map((text) => `link, ${text}`),
    );
  });

  it('of a page on a phone: its heading, the progress, then the questions', async () => {
    const widget = await shown(390, { variant: 'session', layout: 'paged' });
    const phrases = await spoken(widget);
    const places = ['heading, After today\'s session, level 2', 'heading, Page 1 of 5, level 3', '0 of 13 answered', `radiogroup, ${LINES[0]!}, not invalid, not read only, not required`, 'button, Next'].map((phrase) => phrases.indexOf(phrase));
    expect(places.every((place) => place >= 0), `${places}`).to.equal(true);
    expect(places).to.eql([...places].sort((one, other) => one - other));
  });

  if (isChromium) {
    it('is in the accessibility tree of the browser: groups, names, required, invalid, and radios in order', async () => {
      const widget = await shown(900, { variant: 'session', required: '' });
      expect(isMatrix(widget)).to.equal(true);
      sendButton(widget).click();
      await settled(widget);
      await choose(widget, 1, 'Agree');
      const all = flat(await executeServerCommand<Node, undefined>('accessibility-tree'));
      const groups = all.filter(({ role }) => role === 'radiogroup');
      expect(groups).to.have.length(radioGroups(widget).length);
      const found = groups.map((group) => ({
        name: group.name,
        required: group.required,
        invalid: group.invalid,
        radios: flat(group).filter(({ role }) => role === 'radio').map(({ name, checked }) => `${name} ${checked}`),
      }));
      const expected = radioGroups(widget).map((group, at) => ({
        name: legendOf(group),
        required: true,
        invalid: at === 1 ? 'false' : 'true',
        radios: radiosOf(group).map((radio) => `${labelOf(radio)} ${radio.checked}`),
      }));
      expect(found).to.eql(expected);
      expect(found[1]!.radios).to.eql(['Totally disagree false', 'Disagree false', 'In between false', 'Agree true', 'Totally agree false', "Can't say yet false"]);
      expect(all.filter(({ role }) => /table|grid|row|cell/i.test(role ?? ''))).to.eql([]);
      // A label is a name and not a text of its own. The heads, with the same words, are for the eye only.
      expect(all.filter(({ role, name }) => role === 'StaticText' && OPTIONS.includes(name ?? ''))).to.eql([]);
    });
  }
});

interface Node {
  role?: string;
  name?: string;
  required?: boolean;
  invalid?: string;
  checked?: string;
  children: Node[];
}
const flat = (node: Node): Node[] => [node, ...node.children.flatMap(flat)];

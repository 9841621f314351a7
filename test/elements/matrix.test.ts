import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/define/all.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { everyType } from './fixtures/definitions.ts';
import { collectsGarbage, stillHeld } from './fixtures/garbage.ts';
import { mount } from './fixtures/host.ts';
import { boxOf, container, cutWords, hasNoWindowErrors, headsOf, isMatrix, linesOf, resized, restoresWindow, setWindow } from './fixtures/layout.ts';
import {
  choose, chosenIn, focused, focusIsOn, framesPassed, inside, labelOf, legendOf, oneInside, option, press, question, radioGroups, radiosOf, settled, textBoxes, type,
} from './fixtures/person.ts';

const tag = 'attune-trust-questionnaire';
const { licence } = everyType;

/** Five statements on one scale: so few are never on pages. */
const statements = (texts: readonly string[], more: Partial<InstrumentDefinition> = {}): InstrumentDefinition => ({
  ...everyType,
  id: 'statements',
  licence,
  scales: { shared: { choices: texts.map((text, i) => ({ code: `c${i}`, text, value: i })), unknown: 'Unsure' } },
  items: ['One', 'Two', 'Three', 'Four', 'Five'].map((text, i) => ({ id: `s${i}`, type: 'choice', scale: 'shared', text })),
  ...more,
});

async function shown(into: Element, instrument?: InstrumentDefinition): Promise<HTMLElement> {
  const widget = instrument
    ? await mount('attune-questionnaire', { properties: { instrument }, into })
    : await mount(tag, { attributes: { variant: 'session' }, into });
  await resized(widget);
  return widget;
}
const wide = async (instrument?: InstrumentDefinition): Promise<HTMLElement> => shown(await container(900), instrument);
const middle = ({ left, width }: DOMRect): number => left + width / 2;

describe('questions with the same options in a wide container', () => {
  hasNoWindowErrors();
  restoresWindow();

  it('are the lines of a matrix: each line is a radio group, and each radio has its own name', async () => {
    const widget = await wide();
    const lines = linesOf(widget);
    expect(lines).to.have.length(12);
    const names = ['Totally disagree', 'Disagree', 'In between', 'Agree', 'Totally agree', "Can't say yet"];
    for (const line of lines) {
      expect(line.matches('[role=radiogroup]')).to.equal(true);
      expect(radiosOf(line).map(labelOf)).to.eql(names);
      expect(new Set(radiosOf(line).map(({ name }) => name)).size).to.equal(1);
    }
    expect(new Set(lines.map((line) => radiosOf(line)[0]!.name)).size).to.equal(12);
    expect(inside(widget, '[role=table], [role=grid], [role=row], [role=cell], table')).to.eql([]);
  });

  it('have the texts of the options above the columns, for the eye only', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const home = await container(900);
      home.dir = dir;
      const widget = await shown(home);
      const heads = headsOf(widget);
      const lines = linesOf(widget);
      expect(heads[0]!.parentElement!.getAttribute('aria-hidden')).to.equal('true');
      expect(cutWords(heads)).to.eql([]);
      for (const line of lines) {
        const radios = radiosOf(line);
        expect(heads.map(({ textContent }) => textContent)).to.eql(radios.map(labelOf));
        radios.forEach((radio, i) => {
          expect(middle(boxOf(radio))).to.be.closeTo(middle(boxOf(heads[i]!)), 2);
          expect(boxOf(radio.labels![0]!).width).to.be.at.least(44);
        });
        const [legend, first, last] = [line.querySelector('legend')!, radios[0]!, radios.at(-1)!].map(boxOf) as [DOMRect, DOMRect, DOMRect];
        if (dir === 'ltr') expect([legend.right <= first.left, first.left < last.left]).to.eql([true, true]);
        else expect([legend.left >= first.right, first.left > last.left]).to.eql([true, true]);
      }
      home.remove();
    }
  });

  it('are short: 52 to 80 px for a line, and under 1,700 px for the twelve lines on trust', async () => {
    for (const variant of ['intake', 'session']) {
      const into = await container(900);
      const widget = await mount(tag, { attributes: { variant, who: 'Your therapist', when: 'before the next session', kept: 'your file' }, into });
      await resized(widget);
      const lines = linesOf(widget);
      expect(lines).to.have.length(12);
      for (const line of lines.filter((one) => !one.querySelector('[part=help]'))) {
        expect(boxOf(line.parentElement!).height, legendOf(line)).to.be.within(52, 80);
      }
      expect(boxOf(widget).height, variant).to.be.below(1700);
      into.remove();
    }
  });

  it('have a short question in the middle of the line, like the options', async () => {
    const widget = await wide();
    for (const text of ['I felt judged by my therapist.', 'My therapist was honest with me.']) {
      const line = question(widget, text);
      const words = document.createRange();
      words.selectNodeContents(line.querySelector('legend')!);
      const [legend, option] = [words.getBoundingClientRect(), boxOf(radiosOf(line)[2]!)];
      expect(legend.top + legend.height / 2, text).to.be.closeTo(option.top + option.height / 2, 2);
    }
  });

  it('have the undo button in the middle of the line, like the options, also where an error makes the line higher', async () => {
    const widget = await mount(tag, { attributes: { variant: 'session', required: '' }, into: await container(900) });
    await choose(widget, 'My therapist will keep what I say private.', 2);
    const line = question(widget, 'My therapist will keep what I say private.');
    const item = line.closest('.item')!;
    const undo = boxOf(item.querySelector('[part=clear]')!);
    expect(boxOf(item).height).to.be.above(80);
    const option = boxOf(radiosOf(line)[2]!);
    expect(undo.top + undo.height / 2).to.be.closeTo(option.top + option.height / 2, 1);
  });

  it('run in the direction of their own language', async () => {
    const [first, ...items] = statements(['No', 'Yes']).items;
    const widget = await wide(statements(['No', 'Yes'], { items: [{ ...first!, text: 'האם ישנת טוב היום?' }, ...items] }));
    expect(isMatrix(widget)).to.equal(true);
    const [text] = [...linesOf(widget)[0]!.querySelector('legend')!.childNodes].filter((node) => node instanceof Text) as Text[];
    const leftOf = (at: number): number => {
      const letter = document.createRange();
      letter.setStart(text!, at);
      letter.setEnd(text!, at + 1);
      return letter.getBoundingClientRect().left;
    };
    expect(leftOf(text!.length - 1), 'the question mark is at the left end').to.be.below(leftOf(0));
  });

  it('take a click on any edge of a cell', async () => {
    const widget = await wide();
    const [line] = linesOf(widget);
    for (const [i, at] of [[0, 'start'], [1, 'end'], [2, 'top'], [5, 'bottom']] as const) {
      const label = radiosOf(line!)[i]!.labels![0]!;
      label.scrollIntoView({ block: 'center', inline: 'center' });
      await framesPassed();
      const { left, right, top, bottom } = boxOf(label);
      const x = at === 'start' ? left + 3 : at === 'end' ? right - 3 : (left + right) / 2;
      const y = at === 'top' ? top + 3 : at === 'bottom' ? bottom - 3 : (top + bottom) / 2;
      await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)] });
      await settled(widget);
      expect(chosenIn(line!), at).to.eql([labelOf(radiosOf(line!)[i]!)]);
      const { backgroundColor } = getComputedStyle(label);
      expect(backgroundColor).to.not.equal(getComputedStyle(radiosOf(line!)[3]!.labels![0]!).backgroundColor);
    }
  });

  it('keep the arrow keys in their line', async () => {
    const widget = await wide();
    const [first, second, third] = linesOf(widget);
    const radios = radiosOf(second!);
    radios[0]!.focus();
    await press('Space');
    for (let step = 1; step < radios.length; step++) {
      await press('ArrowRight');
      await settled(widget);
      expect(chosenIn(second!)).to.eql([labelOf(radios[step]!)]);
    }
    // One step further, some browsers go on with the first option and others stay.
    await press('ArrowDown');
    await settled(widget);
    expect(radios).to.include(focused());
    radios.at(-1)!.focus();
    await press('ArrowUp');
    await settled(widget);
    expect(chosenIn(second!)).to.eql(['Totally agree']);
    focusIsOn(radios.at(-2));
    expect([...chosenIn(first!), ...chosenIn(third!)]).to.eql([]);
  });

  it('are never under the heads while a person moves through them with Tab and Shift+Tab', async function () {
    this.timeout(30_000);
    await setWindow(1000, 500);
    const widget = await wide();
    const before = document.createElement('button');
    const behind = document.createElement('button');
    widget.before(before);
    widget.after(behind);
    for (const [key, from] of [['Tab', before], ['Shift+Tab', behind]] as const) {
      from.focus();
      const seen = new Set<Element>();
      for (let step = 0; step < 40; step++) {
        await press(key);
        const at = focused()!;
        if (at === before || at === behind) break;
        const line = at.closest('.run fieldset');
        if (!line) continue;
        await framesPassed();
        seen.add(line);
        const box = boxOf(at);
        const heads = boxOf(oneInside(widget, '.heads'));
        // The focus ring is 5 px around the radio.
        expect(box.top - 5, legendOf(line)).to.be.at.least(heads.bottom);
        expect(box.bottom + 5, legendOf(line)).to.be.at.most(innerHeight);
        expect(heads.top).to.be.at.least(0);
        const legend = boxOf(line.querySelector('legend')!);
        expect(legend.bottom, legendOf(line)).to.be.above(heads.bottom);
      }
      expect(seen.size, key).to.equal(12);
    }
    before.remove();
    behind.remove();
  });
});

describe('a matrix that does not fit', () => {
  hasNoWindowErrors();

  const german = ['Stimme gar nicht zu', 'Stimme nicht zu', 'Teils, teils', 'Stimme zu', 'Stimme ganz zu'];
  const long = ['Selbstverständlichkeiten', 'Außerordentlich wahrscheinlich', 'Unwahrscheinlichkeitsgrad', 'Gelegentlich', 'Ausnahmsweise'];

  const joined = (widget: Element): void => {
    expect(isMatrix(widget)).to.equal(false);
    for (const group of radioGroups(widget)) {
      expect(cutWords(radiosOf(group).map((radio) => radio.labels![0]!))).to.eql([]);
    }
    for (const heads of inside(widget, '.heads')) {
      const { visibility, display } = getComputedStyle(heads);
      expect(visibility === 'hidden' || display === 'none').to.equal(true);
    }
  };

  it('is a list for option texts with long words', async () => {
    const widget = await wide(statements(long));
    joined(widget);
    expect(widget.scrollWidth).to.be.at.most(900);
  });

  it('is a list for German with one long word, and a matrix for German of usual length', async () => {
    const texts = german.map((text, i) => i === 2 ? 'Weder zutreffend noch unzutreffend' : text);
    joined(await wide(statements(texts)));
    const widget = await wide(statements(german));
    expect(isMatrix(widget)).to.equal(true);
    expect(cutWords(headsOf(widget))).to.eql([]);
    // The usual agreement scale of German forms has a word of nine letters.
    const usual = ['Stimme überhaupt nicht zu', ...german.slice(1, 4), 'Stimme voll und ganz zu'];
    expect(isMatrix(await wide(statements(usual)))).to.equal(true);
  });

  it('shows the whole text of every option of one question, however long', async () => {
    const text = 'A line that goes on and on, because somebody wanted to be exact and to leave nothing open, and then said it once more';
    const [item] = statements([]).items;
    const widget = await wide(statements([text, 'No', `${text}!`], { items: [item!] }));
    expect(inside(widget, '.row')).to.have.length(1);
    const right = boxOf(oneInside(widget, '.row')).right;
    for (const label of inside(widget, '.row label')) {
      expect(cutWords([label])).to.eql([]);
      expect(boxOf(label).right).to.be.at.most(right + 1);
    }
  });

  it('is a list with more than seven options', async () => {
    const widget = await wide(statements(['1', '2', '3', '4', '5', '6', '7', '8']));
    joined(widget);
    expect(inside(widget, '.heads')).to.eql([]);
    const items = statements([]).items.map((item) => ({ ...item, optional: true }));
    expect(isMatrix(await wide(statements(['1', '2', '3', '4', '5', '6', '7'], { items })))).to.equal(true);
  });

  const styles: [name: string, style: string][] = [
    ['with more space between letters', 'letter-spacing: 0.2em'],
    ['in a wide font', 'font-family: monospace; font-weight: 700; word-spacing: 0.3em; letter-spacing: 0.08em'],
    ['with text of 200 %', 'font-size: 32px'],
  ];
  for (const [name, style] of styles) {
    it(`is a list ${name}, also if that changes while it is shown, and a matrix again when there is space`, async () => {
      const home = await container(900, style);
      const widget = await shown(home);
      joined(widget);
      home.style.cssText = 'inline-size: 900px';
      await resized(widget);
      expect(isMatrix(widget)).to.equal(true);
      home.style.cssText += style;
      await resized(widget);
      joined(widget);
      home.style.cssText = 'inline-size: 900px';
      await resized(widget);
      expect(isMatrix(widget)).to.equal(true);
      expect(cutWords(headsOf(widget))).to.eql([]);
    });
  }

  it('is a list if options of one word each get more space between letters', async () => {
    const home = await container(900);
    const widget = await shown(home, statements(['Disagree', 'Between', 'Agree', 'Often', 'Never']));
    expect(isMatrix(widget)).to.equal(true);
    home.style.letterSpacing = '0.2em';
    await resized(widget);
    joined(widget);
    home.style.letterSpacing = '';
    await resized(widget);
    expect(isMatrix(widget)).to.equal(true);
  });

  it('cuts no word at any width, and keeps the answers and the focus', async () => {
    const home = await container(900);
    const widget = await shown(home, statements(german));
    await choose(widget, 'Two', 1);
    const at = option(question(widget, 'Five'), 2);
    at.focus();
    const kinds = new Set<boolean>();
    for (const width of [860, 760, 720, 680, 640, 600, 620, 700, 900]) {
      home.style.inlineSize = `${width}px`;
      await resized(widget);
      kinds.add(isMatrix(widget));
      if (isMatrix(widget)) expect(cutWords([...headsOf(widget), ...inside(widget, '.run [part=legend]')])).to.eql([]);
      expect(chosenIn(question(widget, 'Two')), `${width}`).to.eql(['Stimme nicht zu']);
      focusIsOn(at);
    }
    expect([...kinds].sort()).to.eql([false, true]);
  });

  it('is a list if one question has a word that is wider than its column', async () => {
    const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const { items } = statements(['No', 'Yes']);
    const widget = await wide(statements(['No', 'Yes'], { items: items.map((item, i) => (i === 2 ? { ...item, text: word } : item)) as InstrumentDefinition['items'] }));
    joined(widget);
  });
});

describe('a matrix that changes', () => {
  hasNoWindowErrors();

  const conditional = statements(['No', 'Yes'], {
    items: [
      { id: 'a', type: 'choice', scale: 'shared', text: 'A' },
      { id: 'b', type: 'choice', scale: 'shared', text: 'B' },
      { id: 'why', type: 'text', text: 'Why?', when: { item: 'd', op: '=', value: 'c1' } },
      { id: 'c', type: 'choice', scale: 'shared', text: 'C' },
      { id: 'd', type: 'choice', scale: 'shared', text: 'D' },
    ],
  });
  const texts = (widget: Element): string[] => inside(widget, '[part=legend]').map(({ textContent }) => textContent!.trim());

  it('keeps the focus and the answers if a condition splits its lines, and if it joins them again', async () => {
    const widget = await wide(conditional);
    expect(inside(widget, '.run')).to.have.length(1);
    await choose(widget, 'A', 'Yes');
    await choose(widget, 'C', 'No');
    const no = option(question(widget, 'D'), 'No');
    no.focus();
    await press('Space');
    await press('ArrowRight');
    await resized(widget);
    expect(texts(widget)).to.eql(['A', 'B', 'Why?', 'C', 'D']);
    expect(inside(widget, '.run')).to.have.length(2);
    expect(isMatrix(widget)).to.equal(true);
    focusIsOn(option(question(widget, 'D'), 'Yes'));
    await type(textBoxes(widget)[0]!, 'so');
    await settled(widget);
    option(question(widget, 'D'), 'Yes').focus();
    await press('ArrowLeft');
    await resized(widget);
    expect(texts(widget)).to.eql(['A', 'B', 'C', 'D']);
    expect(inside(widget, '.run')).to.have.length(1);
    focusIsOn(no);
    expect(['A', 'B', 'C', 'D'].map((name) => chosenIn(question(widget, name)))).to.eql([['Yes'], [], ['No'], ['No']]);
  });

  it('shows a follow-up below its line, before the next one', async () => {
    const widget = await wide(statements(['No', 'Yes'], {
      items: [
        { id: 'a', type: 'choice', scale: 'shared', text: 'A', items: [{ id: 'why', type: 'text', text: 'Why?', when: { item: 'a', op: '=', value: 'c1' } }] },
        { id: 'b', type: 'choice', scale: 'shared', text: 'B' },
      ],
    }));
    await choose(widget, 'A', 'Yes');
    await resized(widget);
    expect(isMatrix(widget)).to.equal(true);
    const [line, next] = linesOf(widget);
    const [box, label] = [textBoxes(widget)[0]!, inside(widget, 'label[part=legend]')[0]!];
    expect(boxOf(label).top).to.be.at.least(boxOf(line!).bottom);
    expect(boxOf(box).bottom).to.be.at.most(boxOf(next!).top);
    expect(boxOf(box).right).to.be.at.most(boxOf(oneInside(widget, '.run')).right);
    const undo = line!.parentElement!.querySelector('[part=clear]')!;
    const range = document.createRange();
    range.selectNodeContents(undo);
    expect(boxOf(range as unknown as Element).bottom, 'the undo button is beside its line').to.be.at.most(boxOf(line!).bottom);
  });

  it('can be hidden, shown, removed and put back', async () => {
    const home = await container(900);
    const widget = await shown(home);
    widget.hidden = true;
    await resized(widget);
    home.style.inlineSize = '400px';
    widget.hidden = false;
    await resized(widget);
    expect(isMatrix(widget)).to.equal(false);
    widget.remove();
    home.style.inlineSize = '900px';
    home.append(widget);
    await resized(widget);
    expect(isMatrix(widget)).to.equal(true);
    expect(linesOf(widget)).to.have.length(12);
  });

  if (collectsGarbage) {
    it('is not kept in memory by its observer after it is removed', async () => {
      const references: WeakRef<Element>[] = [];
      const showAndRemove = async (): Promise<void> => {
        const home = await container(900);
        const widget = await shown(home);
        references.push(new WeakRef(widget), new WeakRef(oneInside(widget, '.heads')));
        home.remove();
      };
      for (let round = 0; round < 3; round++) await showAndRemove();
      // The browser may still refer to the last one.
      const held = await stillHeld(references.slice(0, -2));
      expect(held.map((one) => references.indexOf(one))).to.eql([]);
    });
  }
});

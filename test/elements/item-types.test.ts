import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { executeServerCommand, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/define/questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { everyType, visit } from './fixtures/definitions.ts';
import { hear, keeps, mount, type Placed } from './fixtures/host.ts';
import { activate, button, buttons, click, field, focusIsOn, heard, inside, oneInside, press, put, read, send, settled, type } from './fixtures/person.ts';

const tag = 'attune-questionnaire';
const isChromium = /Chrome\//.test(navigator.userAgent);
const of = ({ properties, ...placed }: Placed = {}) => mount(tag, { ...placed, properties: { instrument: visit, ...properties } });
const valuesOf = (widget: AttuneQuestionnaire, item: string): readonly unknown[] | undefined => {
  const answer = widget.value?.answers.find((one) => one.item === item);
  return answer?.state === 'answered' ? answer.values : undefined;
};
const pain = (widget: Element): HTMLInputElement => field(widget, 'How bad is the pain?');
const at = (widget: Element, key: string): HTMLElement => oneInside(widget, `[data-key=${key}]`);
const shown = (widget: Element, key: string): string => at(widget, key).querySelector('[part=value] span')!.textContent;

/** A click on the track, from 0 at its left end to 1. */
async function clickAt(control: Element, part: number): Promise<void> {
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = control.getBoundingClientRect();
  // The middle of the handle is at least half its size away from each end.
  const x = left + 22 + part * (width - 44);
  await sendMouse({ type: 'click', position: [Math.round(x), Math.round(top + height / 2)] });
}

describe('a slider', () => {
  describe('that nobody has touched', () => {
    it('shows and announces that it is not answered, and has no answer', async () => {
      const widget = await of();
      expect(shown(widget, 'pain')).to.equal('Not answered yet');
      expect(pain(widget).getAttribute('aria-valuetext')).to.equal('Not answered yet');
      expect(widget.value).to.equal(null);
      expect(read(widget)).to.contain('0 of 9 answered');
      expect([pain(widget).type, pain(widget).min, pain(widget).max, pain(widget).value]).to.eql(['range', '0', '10', '5']);
    });

    // The other engines do not expose the accessibility tree.
    if (isChromium) it('is not answered in the accessibility tree', async () => {
      const widget = await of();
      interface Node { role: string; name?: string; describedby?: string; children: Node[] }
      const all = (node: Node): Node[] => [node, ...node.children.flatMap(all)];
      const tree = (await executeServerCommand('accessibility-tree')) as Node;
      const slider = all(tree).find(({ role, name }) => role === 'slider' && name === 'How bad is the pain?');
      const described = slider!.describedby!.split(' ').map((id) => oneInside(widget, `[id="${id}"]`).textContent!.replace(/\s+/g, ' ').trim());
      expect(described).to.eql(['Not answered yet', '0 = None 10 = The worst']);
    });

    it('has a handle that looks different from a handle after an answer', async () => {
      const widget = await of();
      const handle = (): string => getComputedStyle(pain(widget)).getPropertyValue('--handle');
      const before = handle();
      await activate(widget, 'Choose 5');
      expect(handle()).to.not.equal(before);
    });

    it('is not answered by Tab, or by a click on its question', async () => {
      const widget = await of();
      pain(widget).focus();
      await press('Tab');
      await click(pain(widget).labels![0]!);
      await settled(widget);
      expect(widget.value).to.equal(null);
      focusIsOn(pain(widget));
    });
  });

  describe('chooses the number at which its handle rests', () => {
    const ways: Record<string, (widget: AttuneQuestionnaire) => Promise<unknown>> = {
      'by the button that names it, pressed with the mouse': (widget) => click(button(widget, 'Choose 5')),
      'by that button and Enter': async (widget) => (button(widget, 'Choose 5').focus(), press('Enter')),
      'by Enter on the handle': async (widget) => (pain(widget).focus(), press('Enter')),
      'by Space on the handle': async (widget) => (pain(widget).focus(), press('Space')),
      'by a click on the handle': (widget) => clickAt(pain(widget), 0.5),
    };
    for (const [way, act] of Object.entries(ways)) {
      it(way, async () => {
        const widget = await of();
        const events = hear(widget, 'attune-answer');
        const plain = [hear(widget, 'input'), hear(widget, 'change')];
        await act(widget);
        await settled(widget);
        expect(valuesOf(widget, 'pain')).to.eql([5]);
        expect(shown(widget, 'pain')).to.equal('5, it disturbs me');
        expect(pain(widget).getAttribute('aria-valuetext')).to.equal('5, it disturbs me');
        expect(events.map(({ detail }) => detail)).to.eql([{ item: 'pain', answered: 1, total: 9 }]);
        expect(plain.map(({ length }) => length)).to.eql([1, 1]);
        focusIsOn(pain(widget));
      });
    }
  });

  it('moves with the keys of a native slider', async () => {
    const widget = await of();
    pain(widget).focus();
    for (const [key, value] of [['ArrowRight', 6], ['ArrowUp', 7], ['ArrowLeft', 6], ['Home', 0], ['End', 10]] as const) {
      await press(key);
      await settled(widget);
      expect(valuesOf(widget, 'pain'), key).to.eql([value]);
    }
    await press('Home');
    await settled(widget);
    expect(shown(widget, 'pain')).to.equal('0, no pain');
  });

  it('moves with the mouse, and fires one event for a click', async () => {
    const widget = await of();
    const events = hear(widget, 'attune-answer');
    await clickAt(pain(widget), 0.8);
    await settled(widget);
    expect(valuesOf(widget, 'pain')).to.eql([8]);
    expect(events.length).to.equal(1);
  });

  it('has exact decimal steps', async () => {
    const widget = await of();
    field(widget, 'How much do you take?').focus();
    for (let i = 0; i < 2; i++) await press('ArrowLeft');
    await settled(widget);
    expect(valuesOf(widget, 'dose')).to.eql([0.3]);
    expect(shown(widget, 'dose')).to.equal('0.3');
  });

  it('is unanswered again after Undo, with the handle where it was at first', async () => {
    const widget = await of();
    pain(widget).focus();
    await press('End');
    await settled(widget);
    await activate(widget, 'Undo');
    expect(widget.value).to.equal(null);
    expect(shown(widget, 'pain')).to.equal('Not answered yet');
    expect(pain(widget).value).to.equal('5');
    expect(buttons(widget)).to.include('Choose 5');
    focusIsOn(pain(widget));
  });

  it('can be left out, and then shows it', async () => {
    const widget = await of({ properties: { required: true } });
    const [skip] = at(widget, 'pain').querySelectorAll<HTMLInputElement>('[part=leave-out] input');
    skip!.click();
    await settled(widget);
    expect(widget.value!.answers).to.eql([{ item: 'pain', state: 'declined' }]);
    expect(shown(widget, 'pain')).to.equal('Left out');
    pain(widget).focus();
    await press('ArrowRight');
    await settled(widget);
    expect(valuesOf(widget, 'pain')).to.eql([6]);
    expect(skip!.checked).to.equal(false);
  });

  it('does not move if it is readonly', async () => {
    const answered = await of();
    pain(answered).focus();
    await press('End');
    await settled(answered);
    const widget = await of({ properties: { value: answered.value, readonly: true } });
    const plain = [hear(widget, 'input'), hear(widget, 'change')];
    for (const key of ['pain', 'dose']) {
      const control = at(widget, key).querySelector('input')!;
      expect(control.getAttribute('aria-readonly')).to.equal('true');
      control.focus();
      for (const each of ['Home', 'Enter', 'ArrowLeft']) await press(each);
      await clickAt(control, 0.2);
    }
    await settled(widget);
    expect(widget.value).to.eql(answered.value);
    expect(pain(widget).value).to.equal('10');
    expect(plain.flat()).to.eql([]);
    expect(buttons(widget).filter((label) => /Choose|Undo/.test(label))).to.eql([]);
  });

  it('runs from right to left if its wording does', async () => {
    const widget = await of({ properties: { instrument: { ...visit, id: 'from-the-right', language: 'ar', direction: 'rtl' } } });
    await clickAt(pain(widget), 0.2);
    await settled(widget);
    expect(valuesOf(widget, 'pain')).to.eql([8]);
    const [low, high] = at(widget, 'pain').querySelectorAll('[part=ends] span');
    expect(low!.getBoundingClientRect().left).to.be.greaterThan(high!.getBoundingClientRect().left);
  });

  it('is 44 px high, for fingers, and so is its button', async () => {
    const widget = await of();
    for (const one of [pain(widget), button(widget, 'Choose 5')]) expect(one.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('uses system colours in forced colours', async () => {
    const widget = await of();
    const rules = widget.shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    const forced = rules.filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && /forced-colors/.test(rule.conditionText));
    const own = forced.flatMap((rule) => [...rule.cssRules] as CSSStyleRule[]).find(({ selectorText }) => /range/.test(selectorText));
    expect(own!.style.getPropertyValue('--accent').trim()).to.equal('Highlight');
    expect(own!.style.getPropertyValue('--line').trim()).to.equal('CanvasText');
  });

  it('has an error if it is required and missing, and can be sent blank otherwise', async () => {
    const widget = await of({ properties: { required: true } });
    await send(widget);
    expect(pain(widget).getAttribute('aria-invalid')).to.equal('true');
    expect(at(widget, 'pain').querySelector('[part=error]')!.textContent).to.equal('Choose one, or “Skip this one”.');
    const free = await of();
    const kept = keeps(free);
    await activate(free, 'Choose 5');
    await send(free);
    expect(kept[0]!.response.answers).to.eql([{ item: 'pain', state: 'answered', values: [5] }]);
  });
});

describe('a time', () => {
  const wake = (widget: Element): HTMLInputElement => field(widget, 'When do you get up?');

  it('is a native field, and is answered when it is complete', async () => {
    const widget = await of();
    expect(wake(widget).type).to.equal('time');
    wake(widget).focus();
    // Not every engine moves to the next segment by itself.
    await sendKeys({ type: '07:30' });
    await press('ArrowRight');
    await press('A');
    await press('Tab');
    await settled(widget);
    expect(valuesOf(widget, 'wake')).to.eql(['07:30']);
  });

  it('outside its limits stays unchanged, and has an error on sending', async () => {
    const widget = await of();
    const kept = keeps(widget);
    put(wake(widget), '13:00');
    await settled(widget);
    expect(widget.validity.badInput).to.equal(true);
    await send(widget);
    expect(kept.length).to.equal(0);
    expect(at(widget, 'wake').querySelector('[part=error]')!.textContent).to.equal('Write a time from 04:00 to 12:00.');
    expect(wake(widget).value).to.equal('13:00');
  });

  it('has seconds if the item asks for them, also if they are zero', async () => {
    const widget = await of();
    const race = field(widget, 'Your best time?');
    expect(race.step).to.equal('1');
    put(race, '01:02:03');
    await settled(widget);
    expect(valuesOf(widget, 'race')).to.eql(['01:02:03']);
    put(race, '01:02:00');
    await settled(widget);
    expect(valuesOf(widget, 'race')).to.eql(['01:02:00']);
  });

  it('is blank after emptying the field', async () => {
    const widget = await of();
    put(wake(widget), '07:30');
    await settled(widget);
    put(wake(widget), '');
    await settled(widget);
    expect(widget.value).to.equal(null);
  });
});

describe('a text with a format', () => {
  it('has the right autocomplete and keyboard', async () => {
    const widget = await of();
    const autofillOf = (label: string): (string | null)[] => {
      const control = field(widget, label);
      return [control.localName, control.type, control.autocomplete, control.getAttribute('inputmode')];
    };
    expect(autofillOf('What is your name?')).to.eql(['input', 'text', 'name', null]);
    expect(autofillOf('Your email address?')).to.eql(['input', 'text', 'email', 'email']);
    expect(autofillOf('Your phone number?')).to.eql(['input', 'text', 'tel', 'tel']);
    expect(autofillOf('Your street and number?')).to.eql(['input', 'text', 'address-line1', null]);
  });

  it('has no autocomplete on a shared device, and none without a format', async () => {
    const shared = await of({ attributes: { privacy: 'shared' } });
    expect(field(shared, 'What is your name?').autocomplete).to.equal('off');
    expect(field(await of(), 'What brings you here?').autocomplete).to.equal('off');
  });

  it('stays exactly as typed', async () => {
    const widget = await of();
    put(field(widget, 'Your email address?'), ' ada@bücher.example ');
    await settled(widget);
    expect(valuesOf(widget, 'mail')).to.eql([' ada@bücher.example ']);
    expect(widget.validity.valid).to.equal(true);
  });
});

describe('a text with limits', () => {
  const why = (widget: Element): HTMLTextAreaElement => field(widget, 'What brings you here?') as unknown as HTMLTextAreaElement;
  const counter = (widget: Element): string => at(widget, 'why').querySelector('[part=counter]')!.textContent;
  const spoken = (widget: Element): string => at(widget, 'why').querySelector('[aria-live=polite]')!.textContent;

  it('counts the characters that are left from four fifths of the limit, and those that are too many, and cuts nothing', async () => {
    const widget = await of();
    await type(why(widget), 'a'.repeat(15));
    await settled(widget);
    expect(counter(widget)).to.equal('');
    await type(why(widget), 'a');
    await settled(widget);
    expect(counter(widget)).to.equal('Characters left: 4.');
    put(why(widget), 'b'.repeat(23));
    await settled(widget);
    expect(counter(widget)).to.equal('Too many characters: 3.');
    expect(why(widget).value.length).to.equal(23);
  });

  it('announces the counter after a pause in typing, not at each key', async () => {
    const widget = await of();
    await type(why(widget), 'a'.repeat(18));
    await settled(widget);
    expect(spoken(widget)).to.equal('');
    await waitUntil(() => spoken(widget) === 'Characters left: 2.', 'it is announced after a pause', { timeout: 3000 });
    expect(heard(widget)).to.equal('');
  });

  it('has an error when the person leaves a text that is too long, and not before', async () => {
    const widget = await of();
    await type(why(widget), 'a'.repeat(21));
    await settled(widget);
    expect(why(widget).getAttribute('aria-invalid')).to.equal('false');
    await press('Tab');
    await settled(widget);
    expect(why(widget).getAttribute('aria-invalid')).to.equal('true');
    const error = at(widget, 'why').querySelector('[part=error]')!;
    expect(error.textContent).to.equal('Use at most 20 characters.');
    expect(why(widget).getAttribute('aria-describedby')!.split(' ')[0]).to.equal(error.id);
    why(widget).focus();
    await press('End');
    await press('Backspace');
    await settled(widget);
    expect(why(widget).getAttribute('aria-invalid')).to.equal('false');
    expect(valuesOf(widget, 'why')).to.eql(['a'.repeat(20)]);
  });

  it('has an error when the person leaves a text that is too short', async () => {
    const widget = await of();
    await type(why(widget), 'abc');
    await press('Tab');
    await settled(widget);
    expect(at(widget, 'why').querySelector('[part=error]')!.textContent).to.equal('Write at least 5 characters.');
    why(widget).focus();
    put(why(widget), '');
    await settled(widget);
    expect(why(widget).getAttribute('aria-invalid')).to.equal('false');
  });

  it('has no counter without a limit', async () => {
    const widget = await of({ properties: { instrument: { ...everyType, id: 'no-limit', items: [{ id: 'free', type: 'text', text: 'Anything?' }] } } });
    put(field(widget, 'Anything?'), 'a'.repeat(5000));
    await aTimeout(0);
    expect(inside(widget, '[part=counter]')).to.eql([]);
  });
});

describe('all item types', () => {
  const fill = async (widget: AttuneQuestionnaire): Promise<void> => {
    pain(widget).focus();
    await press('Home');
    put(field(widget, 'When do you get up?'), '07:30');
    put(field(widget, 'What is your name?'), 'Ada');
    await settled(widget);
  };

  for (const [state, act] of Object.entries({
    blank: async () => {},
    'with errors': async (widget: AttuneQuestionnaire) => {
      widget.required = true;
      await send(widget);
    },
    'filled in': fill,
  })) {
    it(`have no accessibility problem that axe finds: ${state}`, async function () {
      this.timeout(30_000);
      const widget = await of();
      await act(widget);
      await settled(widget);
      await expect(widget).to.be.accessible();
    });
  }

  it('are in the copy and in the review as they were shown', async () => {
    const widget = await of();
    await fill(widget);
    await activate(widget, 'Keep a copy');
    const lines = inside(widget, '[part=answers] dd').map((one) => one.textContent);
    expect(lines.slice(0, 5)).to.eql(['0, no pain', 'Left blank', '07:30', 'Left blank', 'Ada']);
  });

  it('are restored when the host sets the record', async () => {
    const one = await of();
    await fill(one);
    const widget = await of({ properties: { value: one.value } });
    expect([pain(widget).value, shown(widget, 'pain')]).to.eql(['0', '0, no pain']);
    expect(field(widget, 'When do you get up?').value).to.equal('07:30');
    widget.reset();
    await settled(widget);
    expect([pain(widget).value, shown(widget, 'pain')]).to.eql(['5', 'Not answered yet']);
  });
});

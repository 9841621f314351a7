import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/adopt/index.ts';
import type { Instrument } from '../../src/core/instrument/instrument.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { renderFallback } from '../../src/html/index.ts';
import { getInstrument } from '../../src/instruments/index.ts';

type Widget = AttuneQuestionnaire & { updateComplete: Promise<unknown> };

const instrumentOf = (id: string, options = {}): Instrument => {
  const got = getInstrument(id, options);
  if (!got.ok) throw new Error(id);
  return got.instrument;
};

/** The elements of a text, as a parser makes them. */
const parsed = (html: string): DocumentFragment => {
  const fragment = document.createRange().createContextualFragment(html);
  return fragment;
};

let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
});
afterEach(() => place.remove());

const control = <C extends HTMLElement = HTMLInputElement>(root: ParentNode, selector: string): C => {
  const found = root.querySelector<C>(selector);
  if (!found) throw new Error(selector);
  return found;
};

/** A widget with a form without script in it, not on the page yet, and a form around it. */
function late(tag: string, instrument: Instrument, options = {}): { form: HTMLFormElement; widget: Widget } {
  const form = document.createElement('form');
  form.method = 'post';
  const widget = document.createElement(tag) as Widget;
  widget.setAttribute('name', 'w');
  widget.append(parsed(renderFallback(instrument, { id: 'r1', name: 'w', ...options })));
  form.append(widget);
  return { form, widget };
}

describe('a widget that takes the place of a form without script', () => {
  it('comes late, keeps what was typed and the focus, sends nothing twice, and stays where the person looks', async () => {
    const room = '<p style="height: 200vh">Another part of the page.</p>';
    place.append(
      parsed(`${room}<form method="post"><attune-rapport-check name="w">${renderFallback(instrumentOf('rapport-check'), { id: 'r1', name: 'w' })}</attune-rapport-check></form>${room}`),
    );
    const form = control<HTMLFormElement>(place, 'form');
    const widget = control<Widget>(place, 'attune-rapport-check');
    expect(customElements.get('attune-rapport-check')).to.equal(undefined);
    const radios = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    const [first] = radios;
    const second = radios.filter(({ name }) => name !== first!.name)[1]!;
    first!.focus();
    await sendKeys({ press: 'Space' });
    second.focus();
    await sendKeys({ press: 'Space' });
    const third = radios.filter(({ name }) => name !== first!.name && name !== second.name)[2]!;
    third.focus();
    const question = third.closest<HTMLElement>('[data-item]')!.dataset.item!;
    third.scrollIntoView({ block: 'center' });
    // Until the page was told that it has scrolled.
    for (let frames = 0; frames < 2; frames++) await nextFrame();
    const before = third.getBoundingClientRect().top;
    expect(before).to.be.within(0, innerHeight);
    await import('../../src/define/rapport-check.ts');
    await widget.updateComplete;
    await waitUntil(() => widget.shadowRoot!.activeElement);
    const { answers } = widget.value!;
    expect(answers.map(({ item }) => item)).to.deep.equal([first, second].map((one) => one!.closest<HTMLElement>('[data-item]')!.dataset.item));
    expect('values' in answers[0]! && answers[0].values).to.deep.equal([first!.value]);
    const focused = widget.shadowRoot!.activeElement!;
    expect(focused.closest<HTMLElement>('[data-key]')!.dataset.key).to.equal(question);
    expect([...focused.closest('[data-key]')!.querySelectorAll('input')].indexOf(focused as HTMLInputElement)).to.equal(2);
    const names = [...new FormData(form).keys()];
    expect(names).to.deep.equal(['w', ...answers.map(({ item }) => `w.${item}`)]);
    expect(focused.getBoundingClientRect().top).to.be.closeTo(before, 2);
  });

  it('comes to a page whose server has rendered its shadow root, and goes on there too', async () => {
    place.setHTMLUnsafe(
      `<form method="post"><attune-environment-check name="w"><template shadowrootmode="open"><slot></slot></template>${renderFallback(instrumentOf('environment-check'), { id: 'r1', name: 'w' })}</attune-environment-check></form>`,
    );
    const widget = control<Widget>(place, 'attune-environment-check');
    const [first] = widget.querySelectorAll<HTMLInputElement>('input[type=radio]');
    expect(first!.getClientRects()).to.have.length(1);
    first!.focus();
    await sendKeys({ press: 'Space' });
    await import('../../src/define/environment-check.ts');
    await widget.updateComplete;
    await new Promise((done) => setTimeout(done));
    const { answers } = widget.value!;
    expect(answers.map((answer) => [answer.item, 'values' in answer && answer.values[0]])).to.deep.equal([[first!.closest<HTMLElement>('[data-item]')!.dataset.item, first!.value]]);
    expect(widget.shadowRoot!.activeElement!.matches(':checked')).to.equal(true);
    expect([...new FormData(control<HTMLFormElement>(place, 'form')).keys()]).to.deep.equal(['w', `w.${answers[0]!.item}`]);
  });

  it('has every kind of answer, and what is no valid one too', async () => {
    await import('../../src/define/check-in.ts');
    const instrument = instrumentOf('progress-check-in');
    const { form, widget } = late('attune-check-in', instrument);
    control<HTMLTextAreaElement>(widget, '[name="w.p1"]').value = 'To sleep\nwell';
    control(widget, '[name="w.p2"][value="7"]').checked = true;
    control(widget, '[name="w.p7"]').value = '2030-02-03';
    control(widget, '[name="w.p6"][value="yes"]').checked = true;
    place.append(form);
    await widget.updateComplete;
    expect(widget.value!.answers.map((answer) => [answer.item, ...('values' in answer ? answer.values : [])])).to.deep.equal([
      ['p1', 'To sleep\nwell'],
      ['p2', 7],
      ['p6', 'yes'],
      ['p7', '2030-02-03'],
    ]);
    form.reset();
    await widget.updateComplete;
    expect(widget.value).to.equal(null);
  });

  it('leaves nothing of the answers in the form, where it would come back after they were erased', async () => {
    await import('../../src/define/check-in.ts');
    const { form, widget } = late('attune-check-in', instrumentOf('progress-check-in'));
    control<HTMLTextAreaElement>(widget, '[name="w.p1"]').value = 'To sleep well';
    control(widget, '[name="w.p2"][value="7"]').checked = true;
    place.append(form);
    await widget.updateComplete;
    expect(widget.value!.answers).to.have.length(2);
    await new Promise((done) => setTimeout(done));
    expect(control<HTMLTextAreaElement>(widget, '[name="w.p1"]').value).to.equal('');
    expect(control(widget, '[name="w.p2"][value="7"]').checked).to.equal(false);
  });

  it('lets go of the form if it cannot show itself', async () => {
    await import('../../src/define/check-in.ts');
    const { form, widget } = late('attune-check-in', instrumentOf('progress-check-in'));
    control<HTMLTextAreaElement>(widget, '[name="w.p1"]').value = 'To sleep well';
    (widget as unknown as { render(): never }).render = () => {
      throw new Error('a fault of ours');
    };
    place.append(form);
    await widget.updateComplete.catch(() => undefined);
    await new Promise((done) => setTimeout(done));
    expect(new FormData(form).get('w.p1')).to.equal('To sleep well');
  });

  it('does not take answers that nobody has changed in place of those that the page sets', async () => {
    await import('../../src/define/check-in.ts');
    const instrument = instrumentOf('progress-check-in');
    const { form, widget } = late('attune-check-in', instrument, { answers: [{ item: 'p3', state: 'answered', values: ['Old'] }] });
    place.append(form);
    await widget.updateComplete;
    expect(widget.value).to.equal(null);
    expect([...new FormData(form).keys()]).to.deep.equal([]);
  });
});

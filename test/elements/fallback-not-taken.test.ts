import { expect } from '@open-wc/testing';
import '../../src/define/check-in.ts';
import type { AttuneCheckIn } from '../../src/elements/check-in/check-in.ts';
import { renderFallback } from '../../src/html/index.ts';
import { getInstrument } from '../../src/instruments/index.ts';

// The page has not loaded `attune-elements/adopt`.

let form: HTMLFormElement;
let widget: AttuneCheckIn;
let codes: string[];

const control = (name: string): HTMLTextAreaElement => widget.querySelector<HTMLTextAreaElement>(`[name="${name}"]`)!;

beforeEach(() => {
  const got = getInstrument('progress-check-in');
  if (!got.ok) throw new Error('not there');
  form = document.createElement('form');
  form.method = 'post';
  widget = document.createElement('attune-check-in');
  widget.setAttribute('name', 'w');
  widget.append(document.createRange().createContextualFragment(renderFallback(got.instrument, { id: 'r1', name: 'w' })));
  codes = [];
  widget.addEventListener('attune-error', ({ detail }) => codes.push(detail.code));
  form.append(widget);
  control('w.p1').value = 'Before the script';
});
afterEach(() => form.remove());

const answer = async (text: string): Promise<void> => {
  const field = widget.shadowRoot!.querySelector<HTMLTextAreaElement>('[data-key=p1] textarea')!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await widget.updateComplete;
};

describe('a form without script inside a widget, with nothing that takes it over', () => {
  it('sends nothing beside the widget, and the page is told what is missing, once', async () => {
    document.body.append(form);
    await widget.updateComplete;
    expect([...new FormData(form).keys()]).to.deep.equal([]);
    await answer('In the widget');
    expect([...new FormData(form).entries()].filter(([name]) => name !== 'w')).to.deep.equal([['w.p1', 'In the widget']]);
    widget.requestUpdate();
    await widget.updateComplete;
    expect(codes.filter((code) => code === 'no-adopt')).to.deep.equal(['no-adopt']);
  });

  it('is taken over as soon as that comes, and what was answered in the widget since then stays', async () => {
    document.body.append(form);
    control('w.p3').value = 'Also before';
    await widget.updateComplete;
    await answer('In the widget');
    await import('../../src/adopt/index.ts');
    await widget.updateComplete;
    expect(widget.value!.answers.map((given) => [given.item, ...('values' in given ? given.values : [])])).to.deep.equal([
      ['p1', 'In the widget'],
      ['p3', 'Also before'],
    ]);
    expect([...new FormData(form).keys()]).to.deep.equal(['w', 'w.p1', 'w.p3']);
  });
});

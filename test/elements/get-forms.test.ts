import { aTimeout, expect } from '@open-wc/testing';
import '../../src/define/trust-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { collectsGarbage, stillHeld } from './fixtures/garbage.ts';
import { hear, listen, mount, place } from './fixtures/host.ts';
import { choose, click, heard, inside, press, settled } from './fixtures/person.ts';

const tag = 'attune-trust-questionnaire';
const ADDRESS = '/test/elements/fixtures/empty.html';

interface Page {
  form: HTMLFormElement;
  widget: AttuneQuestionnaire;
  /** The address that the form loaded; empty if it loaded none within these milliseconds. */
  went: (within?: number) => Promise<string>;
}

let frames = 0;

/** A form without a method that targets a frame, with one answer in it. */
async function open(inForm = '<input name="other" value="1"><button>go</button>', around?: Element | ShadowRoot): Promise<Page> {
  const home = around ?? (await place());
  const frame = Object.assign(document.createElement('iframe'), { name: `to-${++frames}` });
  const form = Object.assign(document.createElement('form'), { action: ADDRESS, target: frame.name, innerHTML: inForm });
  home.append(form, frame);
  const widget = await mount(tag, { into: form });
  await choose(widget, 0, 1);
  return {
    form,
    widget,
    async went(within = 200) {
      const end = Date.now() + within;
      for (;;) {
        await aTimeout(20);
        const { pathname, search } = frame.contentWindow!.location;
        if (pathname !== 'blank') return pathname + search;
        if (Date.now() > end) return '';
      }
    },
  };
}

const names = (form: HTMLFormElement): string[] => [...new FormData(form).keys()];
const saysNotSent = (widget: Element): boolean => heard(widget).includes('nothing was sent');

describe('a form without a method, with answers in it', () => {
  const ways: Record<string, (form: HTMLFormElement) => unknown> = {
    'a click on its button': (form) => click(form.querySelector('button')!),
    'Enter in a field': async (form) => {
      form.querySelector('input')!.focus();
      await press('Enter');
    },
    'requestSubmit()': (form) => form.requestSubmit(),
    'submit()': (form) => form.submit(),
    'submit() on a later turn': (form) => setTimeout(form.submit.bind(form)),
    'submit() after its submit event was prevented': (form) => {
      listen(form, 'submit', (event) => {
        event.preventDefault();
        form.submit();
      });
      form.requestSubmit();
    },
  };
  for (const [way, submit] of Object.entries(ways)) {
    it(`is not submitted by ${way}: the answers stay, and the person sees why`, async () => {
      const { form, widget, went } = await open();
      const errors = hear(document, 'attune-error');
      const { value } = widget;
      await submit(form);
      expect(await went()).to.equal('');
      expect(saysNotSent(widget)).to.equal(true);
      expect(errors.map(({ detail }) => detail.code)).to.eql(['form-get']);
      expect(widget.value).to.eql(value);
    });
  }

  it('is not submitted in a shadow root either', async () => {
    const root = (await place()).attachShadow({ mode: 'open' });
    const { form, widget, went } = await open(undefined, root);
    form.requestSubmit();
    expect(await went()).to.equal('');
    expect(saysNotSent(widget)).to.equal(true);
  });

  for (const phase of ['capture', 'bubble'] as const) {
    it(`is submitted without them if the page stops its submit event in the ${phase} phase`, async () => {
      const { form, went } = await open();
      const end = new AbortController();
      document.addEventListener('submit', (event) => event.stopImmediatePropagation(), { capture: phase === 'capture', signal: end.signal });
      form.requestSubmit();
      end.abort();
      expect(await went(3000)).to.equal(`${ADDRESS}?other=1`);
    });
  }

  it('gives every entry to a script, also after it was not submitted', async () => {
    const { form, widget } = await open();
    const errors = hear(document, 'attune-error');
    expect(names(form)).to.include('trust-12').and.to.include('trust-12.t01');
    form.requestSubmit();
    expect(names(form)).to.include('trust-12');
    await aTimeout(20);
    expect(names(form)).to.include('trust-12');
    expect(errors.length).to.equal(1);
    await choose(widget, 1, 1);
    expect(saysNotSent(widget)).to.equal(false);
    expect(names(form)).to.include('trust-12.t02');
  });

  for (const [kind, make] of Object.entries({
    SubmitEvent: () => new SubmitEvent('submit', { bubbles: true, cancelable: true }),
    Event: () => new Event('submit', { bubbles: true, cancelable: true }),
  })) {
    // Firefox submits after it. The other browsers do nothing.
    it(`is not submitted by a synthetic submit event (${kind}), and gives every entry to a script after that`, async () => {
      const { form, went } = await open();
      form.dispatchEvent(make());
      expect(names(form)).to.include('trust-12');
      await aTimeout(20);
      expect(names(form)).to.include('trust-12');
      expect(await went()).to.equal('');
    });
  }

  it('puts no answer into an address at a synthetic submit event that cannot be prevented', async () => {
    const { form, went } = await open();
    form.dispatchEvent(new Event('submit'));
    await aTimeout(20);
    expect(names(form)).to.include('trust-12');
    expect(await went()).not.to.include('trust');
  });

  it('is submitted with the answers if its method is POST', async () => {
    const { form, widget } = await open();
    form.method = 'post';
    const sent: string[][] = [];
    form.addEventListener('formdata', ({ formData }) => sent.push([...formData.keys()]));
    form.submit();
    expect(sent[0]).to.include('trust-12');
    expect(saysNotSent(widget)).to.equal(false);
    await aTimeout(100);
  });
});

describe('a form around a widget', () => {
  const own = (form: HTMLFormElement): PropertyDescriptor | undefined => Object.getOwnPropertyDescriptor(form, 'submit');

  it('has a submit() that is not enumerable, until the last widget has left', async () => {
    const { form, widget } = await open();
    const other = await mount(tag, { into: form });
    expect(own(form)!.enumerable).to.equal(false);
    expect(form.submit).not.to.equal(HTMLFormElement.prototype.submit);
    widget.remove();
    expect(own(form)).to.be.an('object');
    other.remove();
    expect(own(form)).to.equal(undefined);
  });

  it('shares this submit() between two copies of the library', async () => {
    const address = '/src/ui/host/guarded-submit.ts?copy=2';
    const copy = (await import(address)) as { guardSubmit(form: HTMLFormElement): () => void };
    const { form, widget, went } = await open();
    const { submit } = form;
    const leave = copy.guardSubmit(form);
    expect(form.submit).to.equal(submit);
    leave();
    form.submit();
    expect(await went()).to.equal('');
    const leaveLast = copy.guardSubmit(form);
    widget.remove();
    expect(own(form)).to.be.an('object');
    form.submit();
    expect(await went(3000)).to.equal(`${ADDRESS}?other=1`);
    leaveLast();
    expect(own(form)).to.equal(undefined);
  });

  it('does not replace the host’s own submit(), and calls it if nothing is withheld', async () => {
    let calls = 0;
    const home = await place();
    const form = home.appendChild(document.createElement('form'));
    const submit = (): void => void calls++;
    form.submit = submit;
    const widget = await mount(tag, { into: form });
    form.submit();
    expect(calls).to.equal(1);
    await choose(widget, 0, 1);
    form.submit();
    expect(calls).to.equal(1);
    widget.remove();
    expect(form.submit).to.equal(submit);
    form.append(widget);
    const later = (): void => {};
    form.submit = later;
    widget.remove();
    expect(form.submit).to.equal(later);
  });

  it('may have a field named "submit", before the widget or after it', async () => {
    const errors: unknown[] = [];
    const note = (event: ErrorEvent): unknown => errors.push(event.message);
    window.addEventListener('error', note);
    const { form, widget } = await open('<input name="submit" value="x">');
    expect(form.submit).to.be.instanceOf(HTMLInputElement);
    widget.remove();
    const other = await open();
    other.form.insertAdjacentHTML('beforeend', '<input name="submit">');
    other.widget.remove();
    window.removeEventListener('error', note);
    expect(errors).to.eql([]);
  });

  if (collectsGarbage) {
    it('has no reference to a widget that was removed with it', async () => {
      const home = await place();
      const remove = async (): Promise<WeakRef<Element>[]> => {
        const { form, widget } = await open(undefined, home);
        home.replaceChildren();
        await settled(widget);
        return [new WeakRef(form), new WeakRef(widget)];
      };
      expect(await stillHeld(await remove())).to.eql([]);
    });

    it('has no reference to a widget that has left it, also if the page stopped the submit event', async () => {
      const home = await place();
      const remove = async (): Promise<WeakRef<Element>> => {
        const { form, widget } = await open(undefined, home);
        listen(document, 'submit', (event) => event.stopImmediatePropagation());
        form.requestSubmit();
        await aTimeout(200);
        widget.remove();
        await settled(widget);
        return new WeakRef(widget);
      };
      expect(await stillHeld([await remove()])).to.eql([]);
    });
  }
});

/**
 * A call that bypasses the form's own `submit()`. Without the Navigation API, it cannot be distinguished from `new
 * FormData`.
 */
if ('navigation' in window) {
  describe('HTMLFormElement.prototype.submit, called on a form without a method', () => {
    it('does not load an address with answers', async () => {
      const frame = Object.assign(document.createElement('iframe'), { src: ADDRESS });
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      (await place()).append(frame);
      await loaded;
      const page = frame.contentWindow as Window & typeof globalThis;
      const script = Object.assign(page.document.createElement('script'), { type: 'module', src: '/src/define/trust-questionnaire.ts' });
      page.document.head.append(script);
      await new Promise((resolve) => script.addEventListener('load', resolve));
      page.document.body.innerHTML = `<form><input name="other" value="1"><${tag}></${tag}></form>`;
      const widget = page.document.querySelector<AttuneQuestionnaire>(tag)!;
      await settled(widget);
      inside<HTMLInputElement>(widget, 'input[type=radio]')[1]!.click();
      await settled(widget);
      page.HTMLFormElement.prototype.submit.call(page.document.querySelector('form')!);
      await aTimeout(300);
      expect(frame.contentWindow!.location.search).to.equal('');
      expect(heard(widget)).to.contain('nothing was sent');
      // A navigation of the page to an address with a parameter of the same name contains no answer.
      page.location.href = `${ADDRESS}?trust-12=1`;
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      expect(frame.contentWindow!.location.search).to.equal('?trust-12=1');
    });
  });
}

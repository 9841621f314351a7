import { aTimeout, expect } from '@open-wc/testing';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { defer, has, hear, keeps, listen, listenOnce, mount, place } from '../elements/fixtures/host.ts';
import {
  buttons, chosenIn, choose, click, fillByKeyboard, focusIsOn, heard, inside, press, radioGroups, radiosOf, send, settled,
} from '../elements/fixtures/person.ts';
import type { Subject } from './subject.ts';

export interface FormSubject extends Subject {
  /** The instrument's id: the name of the entries if the host gives none. */
  instrument: string;
}

let frames = 0;

/** Submits the form into a frame. Resolves to the content that the browser loads there. */
async function reallySubmit(form: HTMLFormElement, how: () => void): Promise<URL> {
  const frame = document.createElement('iframe');
  frame.name = `answer-${++frames}`;
  const { promise, resolve } = defer();
  form.after(frame);
  form.target = frame.name;
  form.action = '/test/elements/fixtures/empty.html';
  frame.addEventListener('load', () => {
    if (frame.contentWindow!.location.href !== 'about:blank') resolve();
  });
  how();
  await promise;
  const address = new URL(frame.contentWindow!.location.href);
  frame.remove();
  return address;
}

/** A widget is one form control, like an input. */
export function formControlContract(subject: FormSubject): void {
  const { tag, instrument } = subject;

  const inForm = async (
    formAttributes: Record<string, string> = { method: 'post' },
    attributes: Record<string, string> = {},
    around = '',
  ): Promise<{ form: HTMLFormElement; widget: AttuneQuestionnaire }> => {
    const home = await place();
    const form = document.createElement('form');
    for (const [name, value] of Object.entries(formAttributes)) form.setAttribute(name, value);
    form.innerHTML = around;
    home.append(form);
    const widget = await mount(tag, {
      ...subject,
      attributes: { ...subject.attributes, ...attributes },
      into: form.querySelector('fieldset') ?? form,
    });
    return { form, widget };
  };
  const entries = (form: HTMLFormElement): [string, string][] => [...new FormData(form)] as [string, string][];

  describe(`<${tag}> in a form`, () => {
    it('has no send button of its own, because the form sends', async () => {
      const { widget } = await inForm();
      await choose(widget, 0, 1);
      expect(inside(widget, '[part~=submit]').length).to.equal(0);
      expect(buttons(widget)).to.contain('Stop and erase');
    });

    it('gives the form the whole record under its name, and an entry for each answer', async () => {
      const { form, widget } = await inForm({ method: 'post' }, { name: 'start', subject: 'p-7' });
      await choose(widget, 0, 1);
      const record = widget.value!;
      const sent = entries(form);
      expect(sent.map(([name]) => name)).to.eql(['start', ...record.answers.map(({ item }) => `start.${item}`)]);
      const [answer] = record.answers;
      expect(sent[1]![1]).to.equal(answer!.state === 'answered' && String(answer!.values[0]));
      const whole = JSON.parse(sent[0]![1]) as Record<string, unknown>;
      expect(whole).to.include({ status: 'completed', id: record.id, subject: 'p-7' });
      expect(whole.answers).to.eql(record.answers);
    });

    it('gives the form the same on a shared device, once, and nothing after it was erased', async () => {
      const { form, widget } = await inForm({ method: 'post' }, { privacy: 'shared' });
      expect(entries(form)).to.eql([]);
      await choose(widget, 0, 1);
      const record = widget.value!;
      const sent = entries(form);
      expect(sent.map(([name]) => name)).to.eql([instrument, ...record.answers.map(({ item }) => `${instrument}.${item}`)]);
      expect(JSON.parse(sent[0]![1])).to.deep.include({ id: record.id, answers: record.answers });
      expect(entries(form)).to.eql(sent);
      widget.reset();
      await settled(widget);
      expect(entries(form)).to.eql([]);
    });

    it('uses the id of the instrument if it has no name', async () => {
      const { form, widget } = await inForm();
      await choose(widget, 0, 1);
      expect(entries(form)[0]![0]).to.equal(instrument);
    });

    it('has the host\'s latest details of the record in the entries', async () => {
      const { form, widget } = await inForm();
      await choose(widget, 0, 1);
      Object.assign(widget, { subject: 'p-8', encounter: 'e-1', author: 'client', kept: 'in a drawer' });
      await settled(widget);
      const whole = JSON.parse(entries(form)[0]![1]) as Record<string, unknown>;
      expect(whole).to.include({ subject: 'p-8', encounter: 'e-1', author: 'client', disclosure: 'Kept: in a drawer.' });
      Object.assign(widget, { strings: { whereKept: 'To find {kept}.' } });
      await settled(widget);
      expect(JSON.parse(entries(form)[0]![1])).to.include({ disclosure: 'To find in a drawer.' });
    });

    it('gives the form answers from before it was moved into the form', async () => {
      const widget = await mount(tag, subject);
      await subject.begin?.(widget);
      await choose(widget, 0, 1);
      const form = document.createElement('form');
      form.method = 'post';
      widget.before(form);
      form.append(widget);
      await settled(widget);
      expect(JSON.parse(String(new FormData(form).get(instrument)))).to.have.property('status', 'completed');
    });

    it('belongs to a form elsewhere on the page, by the attribute or, as frameworks set it, by the property', async () => {
      const { form, widget } = await inForm();
      form.id = 'elsewhere';
      form.after(widget);
      expect(widget.form).to.equal(null);
      (widget as { form: unknown }).form = 'elsewhere';
      expect(widget.form).to.equal(form);
      await choose(widget, 0, 1);
      expect(entries(form).length).to.be.greaterThan(1);
      (widget as { form: unknown }).form = undefined;
      expect(widget.form).to.equal(null);
    });

    it('adds nothing to the form while it is blank, and does not block it', async () => {
      const { form } = await inForm();
      expect(entries(form)).to.eql([]);
      expect(form.checkValidity()).to.equal(true);
    });

    it('fires no attune-submit', async () => {
      const { form, widget } = await inForm();
      const submits = hear(document, 'attune-submit');
      form.addEventListener('submit', (event) => event.preventDefault());
      await choose(widget, 0, 1);
      form.requestSubmit();
      expect(await widget.submit()).to.equal('prevented');
      expect(submits.length).to.equal(0);
    });

    it('does not submit the form at Enter', async () => {
      const { form, widget } = await inForm();
      let submitted = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted++;
      });
      form.append(Object.assign(document.createElement('button'), { textContent: 'go' }));
      radiosOf(radioGroups(widget)[0]!)[0]!.focus();
      await press('Enter');
      expect(submitted).to.equal(0);
    });

    /** Presses the button of a form that must not be submitted. Returns whether it was not. */
    const stays = async (form: HTMLFormElement): Promise<boolean> => {
      let submit: SubmitEvent | undefined;
      listenOnce(window, 'submit', (event) => (submit = event));
      form.action = '/test/elements/fixtures/empty.html';
      form.querySelector('button')!.click();
      await aTimeout(50);
      return submit!.defaultPrevented;
    };

    it('keeps the answers out of an address: a GET form is not submitted, and the person sees why', async () => {
      const { form, widget } = await inForm({});
      form.insertAdjacentHTML('beforeend', '<input name="other" value="1"><button>go</button>');
      const errors = hear(document, 'attune-error');
      await choose(widget, 0, 1);
      expect(await stays(form)).to.equal(true);
      expect(errors.map(({ detail }) => detail.code)).to.eql(['form-get']);
      expect(heard(widget)).to.contain('nothing was sent');
      expect(widget.value!.answers.length).to.equal(1);
      form.method = 'post';
      await choose(widget, 0, 0);
      expect(heard(widget)).not.to.contain('nothing was sent');
    });

    it('does not stop a GET form without answers', async () => {
      const { form } = await inForm({});
      form.insertAdjacentHTML('beforeend', '<input name="other" value="1"><button>go</button>');
      const address = await reallySubmit(form, () => form.querySelector('button')!.click());
      expect(address.search).to.equal('?other=1');
    });

    it('keeps them out too if a button changes the method of a POST form to GET', async () => {
      const { form, widget } = await inForm({ method: 'post' });
      form.insertAdjacentHTML('beforeend', '<button formmethod="get">go</button>');
      await choose(widget, 0, 1);
      expect(await stays(form)).to.equal(true);
    });

    it('keeps them out too if a script calls submit(): the form is not submitted, and the person sees why', async () => {
      const { form, widget } = await inForm({});
      const frame = Object.assign(document.createElement('iframe'), { name: `stays-${++frames}` });
      form.after(frame);
      form.target = frame.name;
      form.action = '/test/elements/fixtures/empty.html';
      const errors = hear(document, 'attune-error');
      await choose(widget, 0, 1);
      form.submit();
      await aTimeout(100);
      expect(frame.contentWindow!.location.href).to.equal('about:blank');
      expect(errors.map(({ detail }) => detail.code)).to.eql(['form-get']);
      expect(heard(widget)).to.contain('nothing was sent');
      expect(widget.value!.answers.length).to.equal(1);
    });

    it('gives every entry to a script that saves on each change, and reports nothing', async () => {
      const { form, widget } = await inForm({});
      const errors = hear(document, 'attune-error');
      const saved: string[][] = [];
      form.addEventListener('change', () => saved.push(entries(form).map(([name]) => name)));
      const [first, second] = radioGroups(widget);
      for (const group of [first!, second!]) await click(radiosOf(group)[1]!);
      await settled(widget);
      const items = widget.value!.answers.map(({ item }) => `${instrument}.${item}`);
      expect(saved).to.eql([[instrument, items[0]], [instrument, ...items]]);
      expect(errors.length).to.equal(0);
      expect(heard(widget)).not.to.contain('nothing was sent');
    });

    it('gives them to a host script that sends the form itself', async () => {
      const { form, widget } = await inForm({});
      const errors = hear(document, 'attune-error');
      const got: string[][] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        got.push(entries(form).map(([name]) => name));
      });
      await choose(widget, 0, 1);
      form.requestSubmit();
      expect(got[0]![0]).to.equal(instrument);
      expect(errors.length).to.equal(0);
    });

    it('reports if the form only closes its dialog: it closes, and the answers stay', async () => {
      // A dialog may be narrow.
      const { form, widget } = await inForm({ method: 'dialog' }, { layout: 'list' });
      form.insertAdjacentHTML('beforeend', '<button value="done">go</button>');
      const dialog = document.createElement('dialog');
      form.before(dialog);
      dialog.append(form);
      dialog.show();
      await settled(widget);
      const errors = hear(document, 'attune-error');
      form.querySelector('button')!.click();
      expect(errors.length, 'while it is blank').to.equal(0);
      dialog.show();
      await choose(widget, 0, 1);
      const { value } = widget;
      form.querySelector('button')!.click();
      expect([dialog.open, dialog.returnValue]).to.eql([false, 'done']);
      expect(errors.map(({ detail }) => detail.code)).to.eql(['form-dialog']);
      expect(widget.value).to.eql(value);
    });

    it('reports nothing if a script of the host reads the entries when the form of the dialog is submitted', async () => {
      const { form, widget } = await inForm({ method: 'dialog' });
      const errors = hear(document, 'attune-error');
      const got: string[] = [];
      form.addEventListener('submit', () => void got.push(...entries(form).map(([name]) => name)));
      await choose(widget, 0, 1);
      form.requestSubmit();
      expect(got[0]).to.equal(instrument);
      form.addEventListener('submit', (event) => event.preventDefault());
      form.requestSubmit();
      expect(errors.length).to.equal(0);
    });

    it('gives the entries to a script that reads them when the dialog closes; a later change has a new id', async () => {
      const { form, widget } = await inForm({ method: 'dialog' });
      const dialog = document.createElement('dialog');
      form.before(dialog);
      dialog.append(form);
      dialog.show();
      await choose(widget, 0, 1);
      const closed = new Promise<string>((resolve) => {
        listen(dialog, 'close', () => resolve((JSON.parse(entries(form)[0]![1]) as { id: string }).id));
      });
      form.requestSubmit();
      const id = await closed;
      await choose(widget, 0, 0);
      expect(JSON.parse(entries(form)[0]![1])).to.have.property('replaces', id);
    });

    it('gives a record a new id if it changes after the form was submitted', async () => {
      const { form, widget } = await inForm();
      form.addEventListener('submit', (event) => (event.preventDefault(), new FormData(form)));
      await choose(widget, 0, 1);
      const { id } = widget.value!;
      form.requestSubmit();
      await choose(widget, 0, 0);
      const whole = JSON.parse(entries(form)[0]![1]) as Record<string, unknown>;
      expect(whole.replaces).to.equal(id);
    });

    it('gives the form and the browser the same record when the host changes a detail after sending', async () => {
      const given: { entries: FormData; state: string | null }[] = [];
      const set = ElementInternals.prototype.setFormValue;
      ElementInternals.prototype.setFormValue = function (this: ElementInternals, ...content: Parameters<typeof set>) {
        given.push({ entries: content[0] as FormData, state: content[1] as string | null });
        set.apply(this, content);
      };
      const { form, widget } = await inForm();
      form.addEventListener('submit', (event) => (event.preventDefault(), new FormData(form)));
      await choose(widget, 0, 1);
      const { id } = widget.value!;
      form.requestSubmit();
      widget.who = 'Dr May';
      await settled(widget);
      ElementInternals.prototype.setFormValue = set;
      const { state } = given.at(-1)!;
      // What the browser must not store, the form gets only when it asks.
      const sent = subject.memoryOnly ? new FormData(form) : given.at(-1)!.entries;
      const record = JSON.parse(String(sent.get(instrument))) as Record<string, unknown>;
      expect(record).to.include({ replaces: id, disclosure: 'Who sees this: Dr May.' });
      expect(widget.value!.id).to.equal(record.id);
      const restored = state === null ? null : (JSON.parse(state) as Record<string, unknown>).id;
      expect(restored).to.equal(subject.memoryOnly ? null : record.id);
    });

    it('does not affect a form that it has left', async () => {
      const { form, widget } = await inForm({});
      const errors = hear(document, 'attune-error');
      await choose(widget, 0, 1);
      const { id } = widget.value!;
      form.after(widget);
      await settled(widget);
      form.addEventListener('submit', (event) => event.preventDefault(), { once: true });
      form.requestSubmit();
      new FormData(form);
      expect(errors.length).to.equal(0);
      form.method = 'post';
      new FormData(form);
      await choose(widget, 0, 0);
      expect(widget.value!.id).to.equal(id);
    });

    it('returns to blank when the form is reset', async () => {
      const { form, widget } = await inForm();
      await choose(widget, 0, 1);
      form.reset();
      await settled(widget);
      expect(widget.value).to.equal(null);
      expect(chosenIn(radioGroups(widget)[0]!)).to.eql([]);
      expect(entries(form)).to.eql([]);
    });

    it('returns to the host\'s value when the form is reset', async () => {
      const { form, widget } = await inForm();
      await choose(widget, 0, 1);
      const given = widget.value!;
      widget.value = given;
      await choose(widget, 0, 0);
      form.reset();
      await settled(widget);
      expect(widget.value).to.eql(given);
    });

    it('returns to blank when the form is reset, if the host\'s value was sent since', async () => {
      const one = await mount(tag, subject);
      await choose(one, 0, 1);
      const widget = await mount(tag, { ...subject, properties: { ...subject.properties, value: one.value! } });
      keeps(widget);
      await send(widget);
      expect(has(widget, 'saved')).to.equal(true);
      const form = document.createElement('form');
      widget.before(form);
      form.append(widget);
      form.reset();
      await settled(widget);
      expect(widget.value).to.equal(null);
      expect(radioGroups(widget).flatMap(chosenIn)).to.eql([]);
    });

    it('is disabled by the fieldset around it: it accepts no answer and sends none', async () => {
      const { form, widget } = await inForm({ method: 'post' }, {}, '<fieldset></fieldset>');
      await choose(widget, 0, 1);
      form.querySelector('fieldset')!.disabled = true;
      await settled(widget);
      expect(radiosOf(radioGroups(widget)[0]!).every((radio) => radio.matches(':disabled'))).to.equal(true);
      expect(entries(form)).to.eql([]);
      form.querySelector('fieldset')!.disabled = false;
      await settled(widget);
      expect(entries(form).length).to.equal(2);
    });

    it('is disabled by its own property: it sends nothing and does not block the form', async () => {
      const { form, widget } = await inForm({ method: 'post' }, { required: '' });
      await choose(widget, 0, 1);
      expect(form.checkValidity()).to.equal(false);
      widget.disabled = true;
      await settled(widget);
      expect(entries(form)).to.eql([]);
      expect(form.checkValidity()).to.equal(true);
    });

    it('focuses its first control at a click on its label', async () => {
      const { form, widget } = await inForm();
      widget.id = 'labelled';
      form.insertAdjacentHTML('afterbegin', '<label for="labelled">The lines</label>');
      await click(form.querySelector('label')!);
      await settled(widget);
      expect(widget.labels.length).to.equal(1);
      focusIsOn(inside(widget, '[part~=item] :is(input,textarea)')[0]);
    });

    it('blocks the form while it is required and blank, and focuses its own message', async () => {
      const { form, widget } = await inForm({ method: 'post' }, { required: '' });
      let submitted = 0;
      form.addEventListener('submit', (event) => (event.preventDefault(), submitted++));
      form.requestSubmit();
      await settled(widget);
      expect(submitted).to.equal(0);
      expect(widget.validity.valueMissing).to.equal(true);
      focusIsOn(inside(widget, '[part~=error-summary]')[0]);
    });

    it('leaves the focus to an earlier control that is invalid too', async () => {
      const { form, widget } = await inForm({ method: 'post' }, { required: '' });
      form.insertAdjacentHTML('afterbegin', '<input required aria-label="name">');
      form.addEventListener('submit', (event) => event.preventDefault());
      form.requestSubmit();
      await settled(widget);
      focusIsOn(form.querySelector('input'));
      expect(inside(widget, '[part~=error-summary]').length).to.equal(1);
    });

    it('can be filled in and submitted with the form by keyboard alone', async () => {
      const { form, widget } = await inForm({ method: 'post' }, { required: '' });
      form.insertAdjacentHTML('beforeend', '<button>go</button>');
      const sent: [string, string][][] = [];
      form.addEventListener('submit', (event) => (event.preventDefault(), sent.push(entries(form))));
      await fillByKeyboard(widget, { until: form.querySelector('button')! });
      expect(sent.length).to.equal(1);
      expect(JSON.parse(sent[0]![0]![1])).to.include({ status: 'completed' });
    });

    it(`is ${subject.memoryOnly ? 'blank' : 'the same'} when the browser restores the form`, async () => {
      const { widget } = await inForm();
      await choose(widget, 0, 1);
      const before = widget.value!;
      const other = await inForm();
      const host = other.widget as unknown as { formStateRestoreCallback(state: string, mode: string): void };
      host.formStateRestoreCallback(JSON.stringify(before), 'restore');
      await settled(other.widget);
      if (subject.memoryOnly) {
        expect(other.widget.value).to.equal(null);
        return;
      }
      expect(other.widget.value).to.eql(before);
      expect(chosenIn(radioGroups(other.widget)[0]!).length).to.equal(1);
    });

    it('starts blank if the stored state is unusable', async () => {
      const { widget } = await inForm();
      const host = widget as unknown as { formStateRestoreCallback(state: string, mode: string): void };
      for (const state of ['{', '{"schema":9}', 'null']) host.formStateRestoreCallback(state, 'restore');
      await settled(widget);
      expect(widget.value).to.equal(null);
    });

    const discreet = subject.memoryOnly ? ['personal', 'shared'] : ['shared'];
    for (const privacy of discreet) it(`lets the browser store nothing on a ${privacy} device, and restores nothing`, async () => {
      const states: unknown[] = [];
      const set = ElementInternals.prototype.setFormValue;
      ElementInternals.prototype.setFormValue = function (this: ElementInternals, ...given: Parameters<typeof set>) {
        states.push(given[1]);
        set.apply(this, given);
      };
      const { widget } = await inForm({ method: 'post' }, { privacy });
      await choose(widget, 0, 1);
      const before = JSON.stringify(widget.value);
      ElementInternals.prototype.setFormValue = set;
      expect(states.length).to.be.above(0);
      expect(states.every((state) => state === null)).to.equal(true);
      widget.reset();
      (widget as unknown as { formStateRestoreCallback(state: string): void }).formStateRestoreCallback(before);
      expect(widget.value).to.equal(null);
    });
  });

  describe(`<${tag}>'s value`, () => {
    it('is returned as it was set, completed or not', async () => {
      const one = await mount(tag, subject);
      const kept = keeps(one);
      await choose(one, 0, 1);
      const draft = one.value!;
      await one.submit();
      await one.submit();
      const { response } = kept[0]!;
      const other = await mount(tag, subject);
      for (const value of [draft, response]) {
        other.value = value;
        expect(other.value).to.eql(value);
        await settled(other);
        expect(chosenIn(radioGroups(other)[0]!).length).to.equal(1);
      }
    });

    it('fires no event when it is set, and keeps its id when the person continues', async () => {
      const one = await mount(tag, subject);
      await choose(one, 0, 1);
      const draft = one.value!;
      const other = await mount(tag, subject);
      const events = ['input', 'change', 'attune-answer', 'attune-error'].flatMap((type) => [hear(other, type as 'input')]);
      other.value = draft;
      await settled(other);
      expect(events.flat().map(({ type }) => type)).to.eql([]);
      await choose(other, 1, 0);
      expect(other.value!.id).to.equal(draft.id);
      expect(other.value!.replaces).to.equal(undefined);
    });

    it('can be set before the element is attached, as an object or as JSON in the attribute', async () => {
      const one = await mount(tag, subject);
      await choose(one, 0, 1);
      const draft = one.value!;
      const byProperty = await mount(tag, { ...subject, properties: { ...subject.properties, value: draft } });
      expect(byProperty.value).to.eql(draft);
      const attributes = { ...subject.attributes, value: JSON.stringify(draft) };
      const byAttribute = await mount(tag, { ...subject, attributes });
      expect(byAttribute.value).to.eql(draft);
      expect(chosenIn(radioGroups(byAttribute)[0]!).length).to.equal(1);
    });

    it('stays the same if the host sets something unusable, which is reported', async () => {
      const widget = await mount(tag, subject);
      await choose(widget, 0, 1);
      const before = widget.value!;
      const errors = hear(document, 'attune-error');
      const bad: unknown[] = [
        '{', 7, {}, { ...before, answers: [{ item: 'nobody', state: 'answered', values: ['x'] }] },
        { ...before, instrument: { ...before.instrument, id: 'another' } },
      ];
      for (const value of bad) widget.value = value as never;
      await settled(widget);
      expect(widget.value).to.eql(before);
      expect(errors.map(({ detail }) => detail.code)).to.eql(bad.map(() => 'bad-value'));
      expect(errors[3]!.detail.message).to.contain('answers[0].item');
    });
  });
}

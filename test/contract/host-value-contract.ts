import { expect } from '@open-wc/testing';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { has, hear, keepsLater, listen, mount, place } from '../elements/fixtures/host.ts';
import { activate, choose, heard, radioGroups, radiosOf, read, send, settled } from '../elements/fixtures/person.ts';
import type { FormSubject } from './form-control-contract.ts';

type Value = AttuneQuestionnaire['value'];

const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A value as Vue returns its state: every object in it is a proxy. */
const reactive = <T extends object>(value: T): T =>
  new Proxy(value, {
    get(target, name) {
      const inside: unknown = Reflect.get(target, name);
      return typeof inside === 'object' && inside ? reactive(inside) : inside;
    },
  });

/** Whether the host's value or the person's answers win. `docs/record.md` has the table. */
export function hostValueContract(subject: FormSubject): void {
  const { tag, instrument } = subject;

  const placed = (properties: Record<string, unknown> = {}, into?: Element): Promise<AttuneQuestionnaire> =>
    mount(tag, { ...subject, properties: { ...subject.properties, ...properties }, ...(into && { into }) });
  const begun = async (): Promise<AttuneQuestionnaire> => {
    const widget = await placed();
    await choose(widget, 0, 1);
    return widget;
  };
  const set = async (widget: AttuneQuestionnaire, ...values: unknown[]): Promise<void> => {
    for (const value of values) {
      widget.value = value as Value;
      await settled(widget);
    }
  };
  /** A draft from another widget. */
  const draftOf = async (...options: number[]): Promise<NonNullable<Value>> => {
    const other = await placed();
    for (const [group, option] of options.entries()) await choose(other, group, option);
    return asJson(other.value!);
  };
  const codes = (errors: CustomEvent<{ code: string }>[]): string[] => errors.map(({ detail }) => detail.code);

  describe(`<${tag}>'s value, if the host sets the same again`, () => {
    it('keeps the answers when the host sets null at each render, as Vue does', async () => {
      const widget = await placed({ value: null });
      for (const nothing of [null, undefined, '', null]) {
        await choose(widget, 0, widget.value ? 0 : 1);
        const { value } = widget;
        await set(widget, nothing, nothing);
        expect(widget.value).to.eql(value);
      }
    });

    it('keeps newer answers when the host sets the same draft at each render', async () => {
      const draft = await draftOf(1);
      const widget = await placed({ value: draft });
      await choose(widget, 1, 0);
      const newer = widget.value;
      await set(widget, draft, asJson(draft), JSON.stringify(draft), asJson(newer));
      expect(widget.value).to.eql(newer);
      widget.reset();
      await set(widget, draft);
      expect(widget.value).to.eql(draft);
    });

    it('reports an unusable value once, also if it is set several times', async () => {
      const widget = await begun();
      const errors = hear(document, 'attune-error');
      await set(widget, '{', '{', { schema: 9 }, { schema: 9 });
      expect(codes(errors)).to.eql(['bad-value', 'bad-value']);
    });
  });

  describe(`<${tag}>'s value, if the host removes it`, () => {
    const nothings = [null, undefined, ''];
    for (const nothing of nothings) {
      it(`is blank under a new id after ${JSON.stringify(nothing) ?? 'undefined'}`, async () => {
        const draft = await draftOf(1);
        const widget = await placed({ value: draft });
        await choose(widget, 1, 0);
        await set(widget, nothing);
        expect(widget.value).to.equal(null);
        expect(radioGroups(widget).flatMap((group) => radiosOf(group).filter(({ checked }) => checked))).to.eql([]);
        await choose(widget, 0, 0);
        expect(widget.value!.id).not.to.equal(draft.id);
      });
    }

    it('is blank after a host that writes each answer back clears its own state', async () => {
      const widget = await begun();
      await set(widget, asJson(widget.value), null);
      expect(widget.value).to.equal(null);
    });

    it('keeps a newer answer when the host writes back an earlier blank state late', async () => {
      const widget = await begun();
      await set(widget, asJson(widget.value));
      await activate(widget, 'Undo');
      const then = widget.value;
      expect(then).to.equal(null);
      await choose(widget, 0, 0);
      const newer = widget.value;
      await set(widget, then);
      expect(widget.value).to.eql(newer);
    });
  });

  describe(`<${tag}>'s value, if the host writes back late`, () => {
    it('keeps newer answers for each earlier state, and reports nothing', async () => {
      const widget = await placed();
      const errors = hear(document, 'attune-error');
      const states: NonNullable<Value>[] = [];
      for (const [group, option] of [[0, 1], [1, 0], [0, 0]] as const) {
        await choose(widget, group, option);
        states.push(widget.value!);
      }
      await choose(widget, 1, 1);
      const newer = widget.value;
      const late = [states[0], asJson(states[1]), JSON.stringify(states[2]), structuredClone(states[0]), reactive(asJson(states[1]!))];
      await set(widget, ...late);
      expect(widget.value).to.eql(newer);
      expect(codes(errors)).to.eql([]);
      widget.reset();
      await set(widget, states[1]);
      expect(widget.value).to.eql(states[1]);
    });

    it('keeps newer answers when the host sets the record of an earlier event', async () => {
      const widget = await begun();
      const attempts = keepsLater(widget);
      await send(widget);
      await attempts[0]!.refuse('no');
      await choose(widget, 0, 0);
      const newer = widget.value;
      await set(widget, asJson(attempts[0]!.response));
      expect(widget.value).to.eql(newer);
      expect(newer!.replaces).to.equal(attempts[0]!.response.id);
    });

    it('keeps newer answers when the host sets an earlier entry of the form', async () => {
      const form = document.createElement('form');
      form.method = 'post';
      (await place()).append(form);
      const widget = await placed({}, form);
      await choose(widget, 0, 1);
      const entry = String(new FormData(form).get(instrument));
      await choose(widget, 0, 0);
      const newer = widget.value;
      await set(widget, entry);
      expect(widget.value).to.eql(newer);
    });

    it('stays blank after the person has erased the answers', async () => {
      const draft = await draftOf(1);
      const widget = await placed({ value: draft });
      await choose(widget, 1, 0);
      const newer = asJson(widget.value);
      await set(widget, newer);
      await activate(widget, 'Stop and erase');
      await activate(widget, 'Erase');
      await set(widget, newer, draft, null, draft);
      expect(widget.value).to.equal(null);
      expect(heard(widget)).to.equal('Erased. Nothing was sent.');
    });
  });

  describe(`<${tag}>'s value, if a draft arrives late`, () => {
    it('keeps the answers that the person gave in the meantime, and reports the draft once', async () => {
      const [draft, other] = [await draftOf(1), await draftOf(0, 1)];
      const widget = await placed({ value: null });
      const errors = hear(document, 'attune-error');
      await choose(widget, 0, 0);
      const { value } = widget;
      await set(widget, draft, asJson(draft), other);
      expect(widget.value).to.eql(value);
      expect(codes(errors)).to.eql(['newer-answers']);
      expect(errors[0]!.detail.message).to.contain('reset()');
      widget.reset();
      await set(widget, draft);
      expect(widget.value).to.eql(draft);
    });

    it('keeps them also if the host wrote them back before its draft arrived', async () => {
      const draft = await draftOf(1);
      const widget = await begun();
      const errors = hear(document, 'attune-error');
      await set(widget, asJson(widget.value));
      const { value } = widget;
      await set(widget, draft);
      expect(widget.value).to.eql(value);
      expect(codes(errors)).to.eql(['newer-answers']);
    });

    it('keeps them if the draft is another state of the same record', async () => {
      const draft = await draftOf(1);
      const widget = await placed({ value: draft });
      const errors = hear(document, 'attune-error');
      const edited = { ...draft, subject: 'p-1' };
      await set(widget, edited);
      expect(widget.value).to.deep.include({ id: draft.id, answers: draft.answers });
      await choose(widget, 1, 0);
      const newer = widget.value;
      await set(widget, { ...edited, subject: 'p-2' });
      expect(widget.value).to.eql(newer);
      expect(codes(errors)).to.eql(['newer-answers']);
    });

    it('changes to another record, and back, if the host set the one before', async () => {
      const [one, other] = [await draftOf(1), await draftOf(0, 1)];
      const widget = await placed({ value: one });
      await choose(widget, 1, 0);
      const changed = asJson(widget.value);
      for (const value of [other, changed, other, one]) {
        await set(widget, value);
        expect(widget.value).to.eql(value);
      }
    });
  });

  describe(`<${tag}>'s value, if its record is sent`, () => {
    it('still says that it is saved when the host then clears its draft', async () => {
      const draft = await draftOf(1);
      const widget = await placed({ value: draft });
      const attempts = keepsLater(widget);
      listen(widget, 'attune-saved', () => (widget.value = null));
      await send(widget);
      await attempts[0]!.keep();
      await set(widget, null);
      expect(has(widget, 'saved')).to.equal(true);
      expect(heard(widget)).to.equal('Saved.');
    });

    it('is saved when the host clears its draft inside waitUntil()', async () => {
      const widget = await begun();
      await set(widget, asJson(widget.value));
      const saved = hear(widget, 'attune-saved');
      listen(widget, 'attune-submit', (event) => event.waitUntil(Promise.resolve().then(() => (widget.value = null))));
      await send(widget);
      expect(saved.length).to.equal(1);
      expect(has(widget, 'saved')).to.equal(true);
      expect(widget.value).to.equal(null);
    });

    it('keeps every answer when the host clears its draft and then cannot save', async () => {
      const widget = await begun();
      await set(widget, asJson(widget.value));
      const attempts = keepsLater(widget);
      await send(widget);
      await set(widget, null);
      await attempts[0]!.refuse('no');
      expect(widget.value!.answers).to.eql(attempts[0]!.response.answers);
      expect(has(widget, 'failed')).to.equal(true);
    });

    it('still thanks when the host clears its draft after it read the record without waitUntil()', async () => {
      const widget = await begun();
      listen(widget, 'attune-submit', (event) => void event.detail);
      await set(widget, asJson(widget.value));
      await send(widget);
      const thanks = read(widget);
      await set(widget, null);
      expect(has(widget, 'sent')).to.equal(true);
      expect(read(widget)).to.equal(thanks);
      expect(widget.value).to.include({ status: 'completed' });
    });

    it('does not return, for each of its states that the host sets', async () => {
      const draft = await draftOf(1);
      const widget = await placed({ value: draft });
      const attempts = keepsLater(widget);
      await choose(widget, 1, 0);
      const newer = asJson(widget.value);
      await send(widget);
      const { response } = attempts[0]!;
      await set(widget, asJson(response), newer, draft);
      expect(has(widget, 'sending')).to.equal(true);
      await attempts[0]!.keep();
      await set(widget, asJson(response), newer, null, draft, { ...draft, subject: 'p-1' });
      expect(has(widget, 'saved')).to.equal(true);
      expect(widget.value).to.equal(null);
    });
  });

  describe(`<${tag}>'s value, if the form is reset`, () => {
    it('is the last accepted value of the host, else blank', async () => {
      const draft = await draftOf(1);
      const form = document.createElement('form');
      (await place()).append(form);
      const widget = await placed({ value: draft }, form);
      const start = widget.value;
      await choose(widget, 1, 0);
      const late = widget.value;
      await choose(widget, 0, 0);
      await set(widget, late);
      form.reset();
      await settled(widget);
      expect(widget.value!.answers).to.eql(start!.answers);
      await set(widget, null);
      await choose(widget, 0, 0);
      form.reset();
      await settled(widget);
      expect(widget.value).to.equal(null);
    });
  });
}

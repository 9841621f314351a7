import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { FileDescription } from '../../src/core/instrument/instrument.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { controlAt, errorAt, fieldsOf, itemAt, valuesOf } from './fixtures/fields.ts';
import { keeps, listen, place } from './fixtures/host.ts';
import { activate, inside, read, send, settled } from './fixtures/person.ts';

const letter = (placed: Parameters<typeof fieldsOf>[0] = {}) => fieldsOf({ only: ['letter'], ...placed });
const pdf = (text = 'abc', name = 'letter.pdf', type = 'application/pdf'): File => new File([text], name, { type });
/** The SHA-256 of `abc`, as FIPS 180-2 gives it (B.1). */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

/** What the browser does when the person has chosen a file. */
function give(widget: Element, ...files: File[]): void {
  const control = controlAt(widget, 'letter');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  control.files = transfer.files;
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}
async function choose(widget: AttuneQuestionnaire, file: File): Promise<void> {
  give(widget, file);
  await waitUntil(() => valuesOf(widget, 'letter'), 'the file is read');
  await settled(widget);
}
const note = (widget: Element): string => itemAt(widget, 'letter').querySelector('.help')!.textContent.trim();

describe('a file', () => {
  it('is chosen in a native field that has a label and says what is possible', async () => {
    const widget = await letter();
    const control = controlAt(widget, 'letter');
    expect([control.type, control.accept, control.labels![0]!.textContent]).to.eql(['file', 'application/pdf,image/*', 'The letter of your doctor']);
    expect(note(widget)).to.equal('Possible types: application/pdf, image/*. At most 2 kB.');
    expect(control.getAttribute('aria-describedby')).to.contain(itemAt(widget, 'letter').querySelector('.help')!.id);
  });

  it('is described by the record, which does not contain it', async () => {
    const widget = await letter();
    await choose(widget, pdf());
    expect(valuesOf(widget, 'letter')).to.eql([{ name: 'letter.pdf', type: 'application/pdf', size: 3, sha256: ABC }]);
    expect(itemAt(widget, 'letter').querySelector('[part=value] span')!.textContent).to.equal('letter.pdf (3 byte)');
  });

  it('itself is in the submit event', async () => {
    const widget = await letter();
    const file = pdf();
    const kept = keeps(widget);
    await choose(widget, file);
    await send(widget);
    expect(kept[0]!.files!.map(({ item, file }) => [item, file.name])).to.eql([['letter', 'letter.pdf']]);
    expect(await kept[0]!.files![0]!.file.text()).to.equal('abc');
  });

  it('itself is an entry of the form around the widget', async () => {
    const form = document.createElement('form');
    form.method = 'post';
    (await place()).append(form);
    const widget = await letter({ into: form });
    await choose(widget, pdf());
    const entries = new FormData(form);
    const found = entries.getAll('fields-letter.letter') as File[];
    expect(found.map((one) => [one instanceof File, one.name, one.size])).to.eql([[true, 'letter.pdf', 3]]);
    expect(String(entries.get('fields-letter'))).to.contain(ABC);
  });

  for (const [why, file, error] of [
    ['is too large', pdf('a'.repeat(2001)), 'Choose a smaller file, of at most 2 kB.'],
    ['is of another type', pdf('abc', 'notes.txt', 'text/plain'), 'Choose a file of another type. Possible types: application/pdf, image/*.'],
  ] as const) {
    it(`that ${why} is shown and explained, and not sent`, async () => {
      const widget = await letter();
      const kept = keeps(widget);
      give(widget, file);
      await waitUntil(() => errorAt(widget, 'letter') === error, error);
      expect(itemAt(widget, 'letter').querySelector('[part=value]')!.textContent).to.contain(file.name);
      await send(widget);
      expect([kept.length, widget.value!.answers]).to.eql([0, []]);
    });
  }

  it('that cannot be read is no answer, and the person is told', async () => {
    const widget = await letter();
    const kept = keeps(widget);
    const broken = pdf();
    Object.defineProperty(broken, 'arrayBuffer', { value: () => Promise.reject(new DOMException('gone', 'NotReadableError')) });
    const control = controlAt(widget, 'letter');
    Object.defineProperty(control, 'files', { value: [broken], configurable: true });
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(widget);
    await send(widget);
    expect([kept.length, errorAt(widget, 'letter')]).to.eql([0, 'This file has not been read. Wait a moment, or choose it again.']);
  });

  it('is not sent before it is read', async () => {
    const widget = await letter();
    const kept = keeps(widget);
    give(widget, pdf());
    inside<HTMLElement>(widget, '[part~=submit]')[0]!.click();
    await waitUntil(() => valuesOf(widget, 'letter'), 'the file is read');
    expect(kept).to.eql([]);
    await send(widget);
    expect(kept[0]!.files!.length).to.equal(1);
  });

  it('is replaced by another one that the person chooses meanwhile', async () => {
    const widget = await letter();
    give(widget, pdf('abc', 'first.pdf'));
    give(widget, pdf('abc', 'second.pdf'));
    await waitUntil(() => valuesOf(widget, 'letter'), 'the file is read');
    await settled(widget);
    expect((valuesOf(widget, 'letter') as FileDescription[])[0]!.name).to.equal('second.pdf');
  });

  it('is gone after Undo and after erasing, and is not sent later', async () => {
    for (const end of [(widget: AttuneQuestionnaire) => activate(widget, 'Undo'), async (widget: AttuneQuestionnaire) => {
      await activate(widget, 'Stop and erase');
      await activate(widget, 'Erase');
      await activate(widget, 'Start again');
    }]) {
      const widget = await letter();
      const events: unknown[] = [];
      listen(widget, 'attune-submit', ({ detail }) => events.push(detail.files));
      await choose(widget, pdf());
      const { value } = widget;
      await end(widget);
      expect([widget.value, controlAt(widget, 'letter').value]).to.eql([null, '']);
      // A host may bring the answer back. The file is not there any more.
      const copy = await letter({ properties: { value: { ...value!, id: 'again' } } });
      expect(note(copy)).to.contain('Only the name of this file is still here.');
      expect(events).to.eql([]);
    }
  });

  it('of a restored record is named, and the widget says that only the name is there', async () => {
    const one = await letter();
    await choose(one, pdf());
    const widget = await letter({ properties: { value: one.value } });
    const kept = keeps(widget);
    expect(itemAt(widget, 'letter').querySelector('[part=value] span')!.textContent).to.equal('letter.pdf (3 byte)');
    expect(note(widget)).to.contain('Choose the file again, or keep the answer as it is.');
    await send(widget);
    expect([valuesOf(widget, 'letter', kept[0]!.response), kept[0]!.files]).to.eql([valuesOf(one, 'letter', one.value), undefined]);
  });

  it('is in the copy by its name, and cannot be changed if the widget is readonly', async () => {
    const widget = await letter();
    await choose(widget, pdf());
    await activate(widget, 'Keep a copy');
    expect(inside(widget, '[part=answers] dd')[0]!.textContent).to.equal('letter.pdf (3 byte)');
    await activate(widget, 'Close');
    widget.readonly = true;
    await settled(widget);
    expect([controlAt(widget, 'letter').disabled, /Undo/.test(read(widget))]).to.eql([true, false]);
  });
});

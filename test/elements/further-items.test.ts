import { expect } from '@open-wc/testing';
import '../../src/define/questionnaire.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { controlAt, errorAt, fields, itemAt, valuesOf } from './fixtures/fields.ts';
import { hear, keeps, mount, place } from './fixtures/host.ts';
import { field, put, send, settled } from './fixtures/person.ts';

const hours: InstrumentDefinition['items'][number] = { id: 'hours', type: 'decimal', text: 'Hours of sleep', min: 0, max: 24 };
const instrument: InstrumentDefinition = {
  ...fields,
  id: 'mixed',
  items: [hours, ...fields.items.filter(({ id }) => ['dose', 'hand', 'lives'].includes(id))],
};
const plain: InstrumentDefinition = { ...fields, id: 'plain', items: [hours] };
const asking = (instrument: InstrumentDefinition, into?: Element) =>
  mount('attune-questionnaire', { properties: { instrument, layout: 'list' }, ...(into && { into }) });

describe('a page that loads the item types of FHIR forms later', () => {
  it('shows them in the widgets that are there already, and keeps every answer', async () => {
    const errors = hear(document, 'attune-error');
    const blank = await asking(instrument);
    const begun = await asking(plain);
    const elsewhere = document.createElement('div').attachShadow({ mode: 'open' });
    (await place()).append(elsewhere.host);
    const inShadow = await asking(instrument, elsewhere as unknown as Element);
    const away = await asking(instrument);
    away.remove();
    // That of the widget in the shadow root stays in it.
    expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-instrument', 'bad-instrument']);
    expect(errors[0]!.detail.message).to.contain('fhir-questionnaire');

    put(field(begun, 'Hours of sleep'), 'eight');
    await settled(begun);
    const { id } = begun.value ?? {};
    errors.length = 0;

    await import('../../src/define/fhir-questionnaire.ts');
    (await place()).append(away);
    for (const widget of [blank, inShadow, away]) {
      await settled(widget);
      expect(getComputedStyle(itemAt(widget, 'dose').querySelector('.measure')!).display).to.equal('flex');
    }
    expect([begun.value?.id, field(begun, 'Hours of sleep').value]).to.eql([id, 'eight']);
    await send(begun);
    expect(errorAt(begun, 'hours')).to.equal('Write a number from 0 to 24.');
    expect(errors.length).to.equal(0);
    expect(blank.value).to.equal(null);
  });

  it('takes their answers', async () => {
    const widget = await asking(instrument);
    const kept = keeps(widget);
    controlAt<HTMLSelectElement>(widget, 'dose', '.measure label [part=input]').selectedIndex = 1;
    put(controlAt(widget, 'dose'), '5');
    await settled(widget);
    await send(widget);
    expect(valuesOf(widget, 'dose', kept[0]!.response)).to.eql([{ value: 5, unit: 'mg' }]);
  });
});

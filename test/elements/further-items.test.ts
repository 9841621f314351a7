import { expect } from '@open-wc/testing';
import '../../src/define/questionnaire.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { controlAt, errorAt, fields, itemAt, valuesOf } from './fixtures/fields.ts';
import { hear, keeps, mount, place } from './fixtures/host.ts';
import { choose, field, put, read, send, settled } from './fixtures/person.ts';

const instrument: InstrumentDefinition = {
  ...fields,
  id: 'mixed',
  items: [
    { id: 'hours', type: 'decimal', text: 'Hours of sleep', min: 0, max: 24 },
    ...fields.items.filter(({ id }) => ['dose', 'hand', 'lives'].includes(id)),
  ],
};
const mixed = (into?: Element) => mount('attune-questionnaire', { properties: { instrument, layout: 'list' }, ...(into && { into }) });
const CANNOT = 'This question cannot be shown here.';

describe('a page that loads the item types of FHIR forms later', () => {
  it('shows them in the widgets that are there already, and keeps every answer', async () => {
    const errors = hear(document, 'attune-error');
    const blank = await mixed();
    const begun = await mixed();
    const elsewhere = document.createElement('div').attachShadow({ mode: 'open' });
    (await place()).append(elsewhere.host);
    const inShadow = await mixed(elsewhere as unknown as Element);
    const away = await mixed();
    away.remove();
    for (const widget of [blank, begun, inShadow]) expect(read(widget)).to.contain(CANNOT);
    expect(errors.map(({ detail }) => detail.message).some((message) => message.includes('dose (quantity)'))).to.equal(true);

    await choose(begun, 'Which hand do you write with?', 'Left');
    put(field(begun, 'Hours of sleep'), 'eight');
    await settled(begun);
    const { id } = begun.value!;
    errors.length = 0;

    await import('../../src/define/fhir-questionnaire.ts');
    (await place()).append(away);
    for (const widget of [blank, begun, inShadow, away]) {
      await settled(widget);
      expect(read(widget)).not.to.contain(CANNOT);
      expect(getComputedStyle(itemAt(widget, 'dose').querySelector('.measure')!).display).to.equal('flex');
    }
    expect([begun.value!.id, valuesOf(begun, 'hand'), field(begun, 'Hours of sleep').value]).to.eql([id, ['l'], 'eight']);
    await send(begun);
    expect(errorAt(begun, 'hours')).to.equal('Write a number from 0 to 24.');
    expect(errors.length).to.equal(0);
    expect(blank.value).to.equal(null);
  });

  it('takes their answers', async () => {
    const widget = await mixed();
    const kept = keeps(widget);
    controlAt<HTMLSelectElement>(widget, 'dose', '.measure label [part=input]').selectedIndex = 1;
    put(controlAt(widget, 'dose'), '5');
    await settled(widget);
    await send(widget);
    expect(valuesOf(widget, 'dose', kept[0]!.response)).to.eql([{ value: 5, unit: 'mg' }]);
  });
});

import { expect } from '@open-wc/testing';
import '../../src/define/all.ts';
import type { Extension } from '../../src/ui/questionnaire/extension.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { full } from '../../src/core/answering/full-structure.ts';
import { flat } from '../../src/core/answering/flat-structure.ts';
import { indexItems } from '../../src/core/instrument/item-index.ts';
import { nested } from '../../src/core/answering/structure.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { AttuneBenefitsCheck } from '../../src/elements/benefits-check/benefits-check.ts';
import { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { listInstruments } from '../../src/instruments/index.ts';
import type { boundaryClarity } from '../../src/instruments/boundary-clarity.ts';
import type { progressCheckIn } from '../../src/instruments/progress-check-in.ts';
import type { trust12 } from '../../src/instruments/trust-12.ts';
import { itemViews } from '../../src/ui/questionnaire/items/index.ts';
import type { ItemSupport } from '../../src/ui/questionnaire/items/item-type-view.ts';
import { typeViewOf, type SupportFor } from '../../src/ui/questionnaire/items/item-support.ts';
import { everyForm } from '../core/answers.ts';
import { everyType } from './fixtures/definitions.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { choose, inside, oneInside, read, send, settled } from './fixtures/person.ts';

const { choice, date, group, rating, text } = itemViews;

// The compiler compares the item support of an element with its instrument.
void ({ views: { choice, rating, text }, structure: flat } satisfies SupportFor<typeof trust12>);
void ({ views: { choice, date, rating, text }, structure: nested } satisfies SupportFor<typeof progressCheckIn>);
void ({ views: { choice, group, text }, structure: nested } satisfies SupportFor<typeof boundaryClarity>);
// @ts-expect-error the view of its rating is missing
void ({ views: { choice, text }, structure: flat } satisfies SupportFor<typeof trust12>);
// @ts-expect-error it has no dates
void ({ views: { choice, rating, text, date }, structure: flat } satisfies SupportFor<typeof trust12>);
// @ts-expect-error a follow-up inside a group needs its view too
void ({ views: { choice, group }, structure: nested } satisfies SupportFor<typeof boundaryClarity>);
// @ts-expect-error one of its items is asked on a condition
void ({ views: { choice, date, rating, text }, structure: flat } satisfies SupportFor<typeof progressCheckIn>);
const _drinks = { items: [{ id: 'd', type: 'choice', text: 'What?', choices: [{ code: 'tea', text: 'Tea' }], open: true }] } as const;
void ({ views: { choice }, structure: full } satisfies SupportFor<typeof _drinks>);
// @ts-expect-error own words are no plain value
void ({ views: { choice }, structure: flat } satisfies SupportFor<typeof _drinks>);
// @ts-expect-error a definition with any items needs every view
void ({ views: { choice, rating, text }, structure: nested } satisfies SupportFor<InstrumentDefinition>);

/** The elements with one instrument. <attune-questionnaire> presents any. */
const presented: Record<string, string[]> = {
  'benefits-check': ['benefits-check'],
  'boundary-card': ['boundary-clarity'],
  'check-in': ['progress-check-in'],
  'empathy-checklist': ['empathy-checklist'],
  'environment-check': ['environment-check'],
  'mistrust-observation': ['mistrust-observation'],
  'openness-check': ['openness-check'],
  'rapport-check': ['rapport-check'],
  reflection: ['countertransference-reflection'],
  'trust-questionnaire': ['trust-12', 'trust-pulse'],
};

describe('the item support of an element', () => {
  for (const [name, ids] of Object.entries(presented)) {
    it(`is what its instrument needs with each of its options: attune-${name}`, () => {
      const { itemSupport } = customElements.get(`attune-${name}`) as unknown as { itemSupport: ItemSupport };
      const used = new Set<string>();
      for (const definition of listInstruments().filter(({ id }) => ids.includes(id))) {
        for (const instrument of everyForm(definition)) {
          for (const { item } of indexItems(instrument).values()) {
            expect(typeViewOf(item, itemSupport), item.id).to.not.equal(undefined);
            used.add(item.type);
          }
        }
      }
      expect([...used].sort()).to.eql(Object.keys(itemSupport.views).sort());
    });
  }
});

describe('an item that a widget does not support', () => {
  const anything: InstrumentDefinition = { ...everyType, id: 'odd' };
  // As a host may do by overriding the instrument of an element.
  customElements.define(
    'odd-check',
    class extends AttuneBenefitsCheck {
      protected override readonly extension: Extension = { definition: () => anything };
    },
  );
  const odd = (attributes: Record<string, string> = {}) => mount('odd-check', { attributes });

  it('is shown as a sentence about it, never as an empty question', async () => {
    const widget = await odd();
    const notes = inside<HTMLElement>(widget, '[role=group]').filter((one) => /cannot be shown here/.test(one.textContent!));
    expect(notes.map((one) => one.getAttribute('aria-labelledby') && oneInside(widget, `[id="${one.getAttribute('aria-labelledby')}"]`).textContent)).to.include('How is your mood?');
    expect(inside(widget, 'fieldset').filter((one) => !one.querySelector('input,textarea') && !one.matches('[part=items]'))).to.eql([]);
  });

  it('is reported once', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await odd();
    await choose(widget, 'Do you sleep well?', 'Yes');
    const codes = errors.filter(({ detail }) => detail.code === 'no-view').map(({ detail }) => detail.message);
    expect(codes).to.include('The element has no view for this item: mood (rating)');
    expect(new Set(codes).size).to.equal(codes.length);
  });

  it('blocks nothing: the other items can be answered and sent', async () => {
    const widget = await odd();
    const sent = keeps(widget);
    await choose(widget, 'Do you sleep well?', 'Yes');
    await send(widget);
    expect(sent[0]!.response.answers.map(({ item }) => item)).to.eql(['sleep']);
  });

  it('may be a field that a page has no view for: every other question is there', async () => {
    customElements.define(
      'reading-questionnaire',
      class extends AttuneQuestionnaire {
        protected static override readForm = readDefinition;
      },
    );
    const errors = hear(document, 'attune-error');
    const choices = [{ code: 'a', text: 'A' }, { code: 'b', text: 'B', exclusive: true as const }];
    const items: InstrumentDefinition['items'] = [
      everyType.items[1]!,
      { id: 'dose', type: 'quantity', text: 'Which dose?', units: [{ text: 'mg' }] },
      { id: 'met', type: 'dateTime', text: 'When did we meet?' },
      { id: 'site', type: 'url', text: 'Your site?' },
      { id: 'letter', type: 'file', text: 'A letter?' },
      { id: 'open', type: 'choice', text: 'Or what else?', open: true, choices },
      { id: 'alone', type: 'choice', text: 'Or none?', multiple: true, choices },
      { id: 'code', type: 'text', text: 'Your code?', pattern: { regex: '[A-Z]+' } },
    ];
    const widget = await mount<AttuneQuestionnaire>('reading-questionnaire', { attributes: { layout: 'list' }, properties: { instrument: { ...everyType, id: 'fields', items } } });
    expect(read(widget).match(/cannot be shown here/g)!.length).to.equal(7);
    expect(errors.map(({ detail }) => detail.message.split(': ').at(-1))).to.eql([
      'dose (quantity)', 'met (dateTime)', 'site (url)', 'letter (file)', 'open (choice)', 'alone (choice)', 'code (text)',
    ]);
    const sent = keeps(widget);
    await choose(widget, 'Do you sleep well?', 'Yes');
    await send(widget);
    expect(sent[0]!.response.answers.map(({ item }) => item)).to.eql(['sleep']);
  });

  it('can be left out if every item is required', async () => {
    const widget = await odd({ required: '' });
    const sent = keeps(widget);
    for (let left = 0; left < 30; left++) {
      const open = inside<HTMLInputElement>(widget, 'input').find((one) => !one.checked && /Skip|Not sure/.test(one.labels![0]!.textContent!) && !one.closest('.item')!.querySelector(':checked'));
      if (!open) break;
      open.click();
      await settled(widget);
    }
    await send(widget);
    expect(sent.length).to.equal(1);
    expect(read(widget)).to.contain('Saved');
  });
});

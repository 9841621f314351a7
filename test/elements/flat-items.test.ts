import { expect } from '@open-wc/testing';
import type { Instrument } from '../../src/core/instrument.ts';
import { createSession, type Session } from '../../src/core/session.ts';
import { optionsOf } from '../../src/core/value.ts';
import { listInstruments } from '../../src/instruments/index.ts';
import { makeItem as makeFlat } from '../../src/internal/questionnaire/flat/make-item.ts';
import type { ItemContext } from '../../src/internal/questionnaire/item-context.ts';
import type { MakeItem } from '../../src/internal/questionnaire/item-list.ts';
import { makeItem as makeAny } from '../../src/internal/questionnaire/make-item.ts';
import { absenceWords, formWords } from '../../src/internal/form-words.ts';
import { words } from '../../src/internal/words.ts';
import { everyForm } from '../core/answers.ts';

const flat = ['trust-12', 'trust-pulse', 'environment-check', 'rapport-check', 'openness-check', 'benefits-check', 'mistrust-observation', 'countertransference-reflection'];

const contextOf = (instrument: Instrument): ItemContext => ({
  instrument, words: { ...words, ...absenceWords, ...formWords }, uid: 'u', level: 3, readonly: false, skippable: true, required: false,
  optionSets: new Map(), answersAt: () => ({}), groupNote: () => '', fieldNote: () => '',
});

/** Every item as it stands, with its error, and what is chosen in it. */
function shown(make: MakeItem, { current: { instances } }: Session, instrument: Instrument): string[] {
  const context = contextOf(instrument);
  return instances.map((instance) => {
    const view = make(instance, `u${instance.key}`, context);
    view.show(instance, context, new Set([instance.key]), true);
    const chosen = [...view.root.querySelectorAll('input')].map(({ checked, value }) => `${checked} ${value}`);
    return `${view.root.outerHTML} ${chosen.join()}`;
  });
}

describe('the items of a file with flat instruments', () => {
  for (const definition of listInstruments().filter(({ id }) => flat.includes(id))) {
    it(`are those of any other: ${definition.id}`, () => {
      for (const instrument of everyForm(definition)) {
        const session = createSession(instrument, {
          newId: () => 'a', now: () => '2026-03-01T10:00:00Z', locale: 'en', software: { name: 'x', version: '1' },
        });
        expect(shown(makeFlat, session, instrument)).to.eql(shown(makeAny, session, instrument));
        for (const { item } of session.current.instances) {
          const [option] = optionsOf(instrument, item);
          if (option) session.answer(item.id, [option.code]);
        }
        const answered = shown(makeFlat, session, instrument);
        expect(answered.some((text) => / true/.test(text))).to.equal(true);
        expect(answered).to.eql(shown(makeAny, session, instrument));
      }
    });
  }
});

import { expect } from '@open-wc/testing';
import '../../src/define/all.ts';
import type { AttuneJournal } from '../../src/elements/journal/journal.ts';
import { everyType } from './fixtures/definitions.ts';
import { eight, weekly } from './fixtures/courses.ts';
import { mount, type Placed } from './fixtures/host.ts';
import { WAITING, waitingRecords } from './fixtures/waiting-records.ts';
import { activate, inside, put, textBoxes, settled } from './fixtures/person.ts';

/** Widgets with a title only, and widgets with headings below it. */
const titles: Record<string, Placed> = {
  'attune-why-trust': {},
  'attune-trust-levels': { attributes: { show: '' } },
  'attune-milestone-badge': { attributes: { milestone: 'asked', kept: 'clinic' } },
};
const nested: Record<string, Placed> = {
  'attune-questionnaire': { properties: { instrument: everyType } },
  'attune-trust-trend': { attributes: { audience: 'clinician' }, properties: { records: weekly(eight) } },
  'attune-milestones': { attributes: { kept: 'clinic', milestones: '[{"id":"a","milestone":"asked","date":"2026-03-02"}]' } },
  'attune-journal': {},
  'attune-unsent': { properties: { outbox: waitingRecords(WAITING.slice(0, 1)) } },
};

async function levels(tag: string, placed: Placed, given: string): Promise<(string | null)[]> {
  const widget = await mount<HTMLElement>(tag, {
    children: '',
    ...placed,
    attributes: { ...placed.attributes, 'heading-level': given },
  });
  if (tag === 'attune-journal') {
    put(textBoxes(widget)[0]!, 'One');
    await activate(widget as AttuneJournal, 'Add to my journal');
    await settled(widget);
  }
  const badges = inside(widget, 'attune-milestone-badge');
  for (const badge of badges) await settled(badge);
  const found = [widget, ...badges].flatMap((one) => inside(one, '[aria-level]'));
  const all = found.map((one) => one.getAttribute('aria-level'));
  widget.remove();
  return all;
}

describe('heading-level', () => {
  for (const [tag, placed] of Object.entries({ ...titles, ...nested })) {
    const below = (level: string): string[] => (tag in nested ? [level] : []);

    it(`of <${tag}> is the level of its title, and headings below it are one level deeper, at most 6`, async () => {
      expect(await levels(tag, placed, '4')).to.eql(['4', ...below('5')]);
      expect(await levels(tag, placed, '6')).to.eql(['6', ...below('6')]);
    });

    it(`of <${tag}> that is invalid counts as 2`, async () => {
      for (const given of ['1', '7', '9', '2.5', '-3', 'two']) {
        expect(await levels(tag, placed, given), given).to.eql(['2', ...below('3')]);
      }
    });
  }
});

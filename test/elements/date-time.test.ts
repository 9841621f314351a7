import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { isClear, momentAt, momentWords, zoneName } from '../../src/ui/questionnaire/items/moment.ts';
import { controlAt, errorAt, fieldsOf, itemAt, valuesOf } from './fixtures/fields.ts';
import { keeps } from './fixtures/host.ts';
import { isChromium } from './fixtures/layout.ts';
import { activate, inside, put, send, settled } from './fixtures/person.ts';

const when = (placed: Parameters<typeof fieldsOf>[0] = {}) => fieldsOf({ only: ['when'], ...placed });
const site = (placed: Parameters<typeof fieldsOf>[0] = {}) => fieldsOf({ only: ['site'], ...placed });
const write = async (widget: AttuneQuestionnaire, item: string, text: string): Promise<void> => {
  put(controlAt(widget, item), text);
  await settled(widget);
};
const zone = (widget: Element): string => itemAt(widget, 'when').querySelector('.help')!.textContent;
/** A record whose answer says another time than the clock of this device shows. */
const withMoment = (record: AttuneQuestionnaire['value'], moment: string) => ({ ...record!, answers: [{ item: 'when', state: 'answered', values: [moment] }] });

describe('a date with a time', () => {
  it('is a native field, and its answer has the offset of this device at that time', async () => {
    const widget = await when();
    expect([controlAt(widget, 'when').type, controlAt(widget, 'when').labels![0]!.textContent]).to.eql(['datetime-local', 'When did it begin?']);
    await write(widget, 'when', '2026-07-01T10:30');
    expect(valuesOf(widget, 'when')).to.eql([momentAt('2026-07-01T10:30')]);
    expect(Date.parse(momentAt('2026-07-01T10:30'))).to.equal(+new Date(2026, 6, 1, 10, 30));
    expect(momentAt('2026-07-01T10:30')).to.match(/^2026-07-01T10:30:00[+-]\d\d:\d\d$/);
  });

  it('before its limit stays unchanged, and the error says the limit in words', async () => {
    const widget = await when();
    const kept = keeps(widget);
    await write(widget, 'when', '2019-12-01T10:00');
    await send(widget);
    expect([kept.length, controlAt(widget, 'when').value]).to.eql([0, '2019-12-01T10:00']);
    expect(errorAt(widget, 'when')).to.match(/^Write a date and a time from January 1, 2020 at 12:00\sAM.* on\.$/);
  });

  it('from another time zone is shown as it is, says its zone, and stays unchanged', async () => {
    const one = await when();
    await write(one, 'when', '2026-07-01T10:30');
    const widget = await when({ properties: { value: withMoment(one.value, '2026-07-01T10:30:00+05:45') } });
    expect([controlAt(widget, 'when').value, zone(widget)]).to.eql(['2026-07-01T10:30', 'Time zone: UTC+05:45']);
    const control = controlAt(widget, 'when');
    expect(control.getAttribute('aria-describedby')!.split(' ')).to.contain(itemAt(widget, 'when').querySelector('.help')!.id);
    // The person leaves the field without a change.
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(widget);
    expect(valuesOf(widget, 'when')).to.eql(['2026-07-01T10:30:00+05:45']);
    await activate(widget, 'Keep a copy');
    expect(inside(widget, '[part=answers] dd')[0]!.textContent).to.match(/^July 1, 2026 at 10:30\sAM \(UTC\+05:45\)$/);
  });

  it('is blank after emptying the field', async () => {
    const widget = await when();
    await write(widget, 'when', '2026-07-01T10:30');
    await write(widget, 'when', '');
    expect(widget.value).to.equal(null);
  });

  // The other engines cannot be in another time zone.
  if (isChromium) describe('where the clock is set back and forward', () => {
    before(() => executeServerCommand('time-zone', 'Europe/Berlin'));
    after(() => executeServerCommand('time-zone', ''));

    it('has the offset of summer or winter', () => {
      expect(['2026-07-01T10:00', '2026-12-01T10:00:05'].map(momentAt)).to.eql(['2026-07-01T10:00:00+02:00', '2026-12-01T10:00:05+01:00']);
    });

    it('says its zone if the clock shows the time twice', async () => {
      const widget = await when();
      await write(widget, 'when', '2026-10-25T02:30');
      expect([valuesOf(widget, 'when'), zone(widget)]).to.eql([['2026-10-25T02:30:00+02:00'], 'Time zone: Central European Summer Time']);
      await write(widget, 'when', '2026-10-25T03:30');
      expect([valuesOf(widget, 'when'), zone(widget)]).to.eql([['2026-10-25T03:30:00+01:00'], '']);
      expect(zoneName('2026-10-25T02:30:00+01:00', 'en')).to.equal('Central European Standard Time');
    });

    it('is counted on from the time before if the clock leaves it out', () => {
      const moment = momentAt('2026-03-29T02:30');
      expect([moment, new Date(moment).getUTCHours(), isClear(moment)]).to.eql(['2026-03-29T02:30:00+01:00', 1, false]);
    });

    it('is written in the language of the person', () => {
      expect(momentWords('2026-07-01T10:30:00+02:00', 'de')).to.equal('1. Juli 2026 um 10:30');
      expect(momentWords('2026-07-01T10:30:00Z', 'de')).to.equal('1. Juli 2026 um 10:30 (UTC+00:00)');
      expect(momentWords('soon', 'de')).to.equal('soon');
    });
  });
});

describe('an address', () => {
  it('has the keyboard for addresses and stays exactly as typed', async () => {
    const widget = await site();
    const control = controlAt(widget, 'site');
    expect([control.type, control.inputMode, control.dir]).to.eql(['url', 'url', 'ltr']);
    await write(widget, 'site', 'https://bücher.example/a b'.replace(' ', '%20'));
    expect(valuesOf(widget, 'site')).to.eql(['https://bücher.example/a%20b']);
  });

  it('that is none is kept and explained, and is not sent', async () => {
    const widget = await site();
    const kept = keeps(widget);
    await write(widget, 'site', 'example.org');
    await send(widget);
    expect(errorAt(widget, 'site')).to.equal('Write a whole address, such as https://example.org.');
    expect([kept.length, controlAt(widget, 'site').value]).to.eql([0, 'example.org']);
    await write(widget, 'site', 'https://example.org');
    expect([errorAt(widget, 'site'), valuesOf(widget, 'site')]).to.eql([undefined, ['https://example.org']]);
  });

  it('that is too long says the limit', async () => {
    const widget = await site();
    await write(widget, 'site', `https://example.org/${'a'.repeat(60)}`);
    await send(widget);
    expect(errorAt(widget, 'site')).to.equal('Use at most 60 characters.');
  });
});

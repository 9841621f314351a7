import { expect } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { ownLicence } from '../core/fixtures/own-licence.ts';
import { accessibilityContract } from '../contract/accessibility-contract.ts';
import { errorAt, itemAt } from './fixtures/fields.ts';
import { mount } from './fixtures/host.ts';
import { isChromium } from './fixtures/layout.ts';
import { choose, inside, labelOf, oneInside, put, radiosOf, read, send, settled } from './fixtures/person.ts';

/** A picture of one point. */
const data = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = { type: 'image/png', data, title: 'A house' };
const form = (id: string, items: object[]): object => ({
  schema: 1, id, version: '1.0.0', language: 'en', audience: 'client', licence: ownLicence, normed: false, absent: {}, title: 'A form', scales: {}, items,
});
const given = (id: string, items: object[]): Promise<AttuneQuestionnaire> => mount('attune-questionnaire', { properties: { instrument: form(id, items) } });

const toRead = { id: 'r', type: 'display', text: 'Your answers are stored in the clinic.', category: 'security' };
const house = { id: 'h', type: 'text', line: true, text: 'Where do you live?', media: [picture], links: ['https://clinic.example/more'] };
const how = {
  id: 'c', type: 'choice', text: 'How is it there?', style: ['bold'],
  choices: [{ code: 'a', text: 'Quiet', media: picture, style: ['italic'] }, { code: 'b', text: 'Loud' }],
};
const amount = { id: 'n', type: 'decimal', text: 'How much?', entryFormat: '0.00' };
/** With enough questions for pages. The name of a choice with a picture is longer than its text. */
const plain = { ...how, choices: how.choices.map(({ code, text }) => ({ code, text })) };
const all = [toRead, plain, house, amount, ...['x', 'y'].map((id) => ({ ...amount, id }))];

describe('what is beside the text of an item', () => {
  it('are pictures of the form with their words, and links that open a new window', async () => {
    const widget = await given('pictures', [house]);
    const image = oneInside<HTMLImageElement>(widget, 'img');
    await image.decode();
    expect([image.alt, image.naturalWidth]).to.eql(['A house', 1]);
    const link = oneInside<HTMLAnchorElement>(widget, 'a[part=link]');
    expect([link.href, link.target, link.rel, link.textContent]).to.eql(['https://clinic.example/more', '_blank', 'noopener noreferrer', 'More about this (in a new window)']);
    const [first, second] = [image, oneInside(widget, 'input[part=input]')];
    expect(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING, 'before the field').to.be.greaterThan(0);
    put(oneInside<HTMLInputElement>(widget, 'input[part=input]'), 'There');
    await settled(widget);
    expect(oneInside(widget, 'img')).to.equal(image);
  });

  it('is a link where a picture is elsewhere: the widget requests nothing', async () => {
    const widget = await given('elsewhere', [{ ...house, media: [{ type: 'image/png', url: 'https://clinic.example/house.png', title: 'The house' }] }]);
    expect(inside(widget, 'img')).to.eql([]);
    expect(read(widget)).to.contain('The house (in a new window)');
  });

  it('are pictures and styles of choices, which stay one answer each', async () => {
    const widget = await given('choices', [how]);
    const [group] = inside<HTMLElement>(widget, '[role=radiogroup]');
    expect(radiosOf(group!).map(labelOf)).to.include.members(['Quiet', 'Loud']);
    expect(inside<HTMLImageElement>(widget, 'label img').map(({ alt }) => alt)).to.eql(['A house']);
    await choose(widget, 0, 'Quiet');
    expect(getComputedStyle(oneInside(widget, '.italic')).fontStyle).to.equal('italic');
    expect(getComputedStyle(oneInside(widget, 'legend')).fontWeight).to.equal('700');
    expect(inside(widget, 'label.chosen')).to.have.lengthOf(1);
  });

  it('is how to write a number, also for whoever hears it', async () => {
    const widget = await given('format', [amount]);
    const field = itemAt(widget, 'n').querySelector('input')!;
    expect(field.getAttribute('aria-describedby')).to.match(/-help$/);
    put(field, 'x');
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await send(widget);
    expect(errorAt(widget, 'n')).to.equal('Write a number.');
    expect(read(widget)).to.contain('Write it like this: 0.00');
  });
});

if (isChromium) accessibilityContract({ tag: 'attune-questionnaire', properties: { instrument: form('all-beside', all) } });

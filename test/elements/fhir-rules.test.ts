import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import '../../src/define/fhir-expressions.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { errorAt, itemAt } from './fixtures/fields.ts';
import { rules } from './fixtures/fhir-forms.ts';
import { hear, keeps, mount, place } from './fixtures/host.ts';
import { field, focused, inside, oneInside, put, read, send, sendButton, settled } from './fixtures/person.ts';

async function given(into?: Element): Promise<AttuneQuestionnaire> {
  const widget = await mount('attune-questionnaire', { properties: { instrument: rules, layout: 'list' }, ...(into && { into }) });
  await waitUntil(() => inside(widget, '[data-key]').length, 'the expressions were not loaded', { timeout: 8000 });
  await settled(widget);
  return widget;
}

async function write(widget: Element, label: string, text: string): Promise<void> {
  put(field(widget, label), text);
  await settled(widget);
}

/** What a screen reader reads beside the name of a control or a group. */
const descriptionOf = (element: Element): string => {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => (element.getRootNode() as ShadowRoot).getElementById(id)?.textContent?.trim()).join(' ');
};

const summary = (widget: Element): string => inside(widget, '[part~=summary]').map((one) => one.textContent!.replace(/\s+/g, ' ').trim()).join();

describe('a rule of a FHIR form', () => {
  it('with the severity error stops sending, and is shown at its item, at its group and in the summary, not before', async function () {
    // The first run of axe is slow on a busy machine.
    this.timeout(20_000);
    const widget = await given();
    const kept = keeps(widget);
    await write(widget, 'Start', '2026-11-02');
    await write(widget, 'End', '2026-11-01');
    await write(widget, 'Your code', 'ab');
    expect(inside(widget, '[part=error]')).to.eql([]);
    await send(widget);
    expect(kept).to.eql([]);
    expect(focused()).to.equal(oneInside(widget, '[part~=error-summary]'));
    expect(summary(widget)).to.contain('The end must come after the start.').and.contain('These answers do not fit together.');
    const group = itemAt(widget, 'stay').querySelector('[role=group]')!;
    expect(descriptionOf(group)).to.equal('The end must come after the start.');
    expect(descriptionOf(field(widget, 'Your code'))).to.contain('These answers do not fit together.');
    await expect(widget).to.be.accessible();
    // The link of the summary leads to the group's first field.
    inside<HTMLAnchorElement>(widget, '[part~=error-summary] a')[0]!.click();
    await settled(widget);
    expect(itemAt(widget, 'stay').contains(focused())).to.equal(true);
    await write(widget, 'End', '2026-11-03');
    expect(errorAt(widget, 'stay')).to.equal(undefined);
    await write(widget, 'Your code', 'abc');
    await send(widget);
    expect(kept).to.have.length(1);
  });

  it('of the form is in the summary, without a link', async () => {
    const widget = await given();
    const kept = keeps(widget);
    await send(widget);
    expect(summary(widget)).to.contain('Answer at least one of the questions.');
    expect(inside(widget, '[part~=error-summary] a')).to.eql([]);
    await write(widget, 'Your code', 'abc');
    await send(widget);
    expect(kept).to.have.length(1);
  });

  it('with the severity warning is shown once, and the answers can be sent as they are', async () => {
    const widget = await given();
    const kept = keeps(widget);
    await write(widget, 'Your weight', '320');
    expect(read(widget)).not.to.contain('This is a high weight.');
    sendButton(widget).click();
    await settled(widget);
    expect(kept).to.eql([]);
    expect(summary(widget)).to.contain('This is a high weight. Is it right?');
    expect(descriptionOf(field(widget, 'Your weight'))).to.contain('This is a high weight. Is it right?');
    await send(widget);
    expect(kept).to.have.length(1);
  });

  it('in a form of the page stops that form, and a warning does not', async () => {
    const around = document.createElement('form');
    (await place()).append(around);
    const errors = hear(document, 'attune-error');
    const widget = await given(around);
    expect(around.checkValidity(), 'no question is answered').to.equal(false);
    await write(widget, 'Your weight', '320');
    expect(around.checkValidity()).to.equal(true);
    await write(widget, 'Your code', 'ab');
    expect(around.checkValidity()).to.equal(false);
    expect(widget.validationMessage).to.equal('These answers do not fit together. Please look at them again.');
    expect(errors).to.eql([]);
  });
});

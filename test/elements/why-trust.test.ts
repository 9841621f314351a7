import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/why-trust.ts';
import type { AttuneWhyTrust } from '../../src/elements/why-trust/why-trust.ts';
import { whyTrust } from '../../src/instruments/why-trust.ts';
import { elementContract } from '../contract/element-contract.ts';

const items = whyTrust.items as { text: string; help: string; tags?: { source?: string } }[];
const card = (): Promise<AttuneWhyTrust> => fixture<AttuneWhyTrust>(html`<attune-why-trust></attune-why-trust>`);
const texts = (element: AttuneWhyTrust, part: string): string[] =>
  [...element.shadowRoot!.querySelectorAll(`[part=${part}]`)].map((found) => found.textContent!.trim());

elementContract({
  tag: 'attune-why-trust',
  property: { name: 'headingLevel', value: 4, shows: 'Why trust matters' },
});

describe('attune-why-trust', () => {
  it('shows the content word for word and in its order', async () => {
    const element = await card();
    expect(texts(element, 'title')).to.deep.equal(['Why trust matters']);
    expect(texts(element, 'row-title')).to.deep.equal(items.map(({ text }) => text));
    expect(texts(element, 'row-text')).to.deep.equal(items.map(({ help }) => help));
    expect(texts(element, 'row-title')).to.have.length(4);
  });

  it('names the source in each row that is based on research', async () => {
    const element = await card();
    expect(texts(element, 'source')).to.deep.equal([items[3]!.tags!.source]);
    const row = element.shadowRoot!.querySelector('[part=source]')!.parentElement!;
    expect(row.querySelector('dt')!.textContent).to.equal('How therapy goes');
  });

  it('is a region named by its heading, which has the level that the host gives', async () => {
    const element = await card();
    const heading = element.shadowRoot!.querySelector('h2')!;
    expect(element.shadowRoot!.querySelector('section')!.getAttribute('aria-labelledby')).to.equal(heading.id);
    expect(heading.getAttribute('aria-level')).to.equal('2');
    element.setAttribute('heading-level', '4');
    await element.updateComplete;
    expect(heading.getAttribute('aria-level')).to.equal('4');
    await expect(element).to.be.accessible();
  });

  it('marks its own text as English on a page in another language', async () => {
    const element = await card();
    expect(element.shadowRoot!.querySelector('section')!.lang).to.equal('en');
  });

  it('has slots for the host’s own words', async () => {
    const element = await fixture<AttuneWhyTrust>(html`<attune-why-trust>
      <p slot="before">From our clinic</p>
      <p slot="after">Talk about it if you like</p>
    </attune-why-trust>`);
    const named = (name: string) => element.shadowRoot!.querySelector<HTMLSlotElement>(`slot[name=${name}]`)!;
    expect(named('before').assignedElements()[0]!.textContent).to.equal('From our clinic');
    expect(named('after').assignedElements()[0]!.textContent).to.equal('Talk about it if you like');
  });

  it('asks nothing: it has no controls', async () => {
    const element = await card();
    expect(element.shadowRoot!.querySelector('button, input, a, [tabindex]')).to.equal(null);
  });

  it('has one column on a narrow page, two on a wide one', async () => {
    await setViewport({ width: 900, height: 600 });
    const frame = await fixture<HTMLElement>(html`<div><attune-why-trust></attune-why-trust></div>`);
    const element = frame.querySelector('attune-why-trust')!;
    await element.updateComplete;
    const box = (name: string): DOMRect => element.shadowRoot!.querySelector(name)!.getBoundingClientRect();
    expect(box('dt').top).to.equal(box('dd').top);
    frame.style.inlineSize = '320px';
    expect(box('dd').top).to.be.greaterThan(box('dt').top);
    expect(frame.scrollWidth).to.equal(320);
  });
});

import { expect } from '@open-wc/testing';
import '../../src/define/trust-levels.ts';
import type { AttuneTrustLevels } from '../../src/elements/trust-levels/trust-levels.ts';
import { sourceClaims } from '../../src/instruments/source-claims.ts';
import { elementContract } from '../contract/element-contract.ts';
import { contrast } from './fixtures/contrast.ts';
import { hear, mount, place } from './fixtures/host.ts';
import { inside, oneInside, read, settled } from './fixtures/person.ts';

const plain = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();
const levels = (attributes: Record<string, string> = { show: '' }): Promise<AttuneTrustLevels> =>
  mount<AttuneTrustLevels>('attune-trust-levels', { attributes, children: '' });

elementContract({
  tag: 'attune-trust-levels',
  attributes: { show: '' },
  property: { name: 'headingLevel', value: 4, shows: 'What the source article claims about trust' },
});

describe('attune-trust-levels', () => {
  it('shows nothing until the host sets show, and nothing again after the host removes it', async () => {
    const widget = await levels({});
    expect(read(widget)).to.equal('');
    expect(widget.getBoundingClientRect().height).to.equal(0);
    widget.setAttribute('show', '');
    await settled(widget);
    expect(inside(widget, 'table').length).to.equal(1);
    widget.removeAttribute('show');
    await settled(widget);
    expect(read(widget)).to.equal('');
  });

  it('is the table of the content, named by its title and described by both lines', async () => {
    const widget = await levels();
    const rows = inside<HTMLTableRowElement>(widget, 'tr').map((row) => [...row.cells].map((cell) => plain(cell).replaceAll('\u00ad', '')));
    expect(rows).to.eql([
      ['Trust', 'Engagement', 'Improvement'],
      ['low', '40%', '20%'],
      ['moderate', '70%', '50%'],
      ['high', '90%', '80%'],
    ]);
    expect(inside(widget, 'th').map((one) => one.getAttribute('scope'))).to.eql(['col', 'col', 'col', 'row', 'row', 'row']);
    const table = oneInside(widget, 'table');
    const named = (ids: string): string[] => ids.split(' ').map((id) => plain(oneInside(widget, `#${id}`)));
    expect(named(table.getAttribute('aria-labelledby')!)).to.eql(['What the source article claims about trust']);
    expect(named(table.getAttribute('aria-describedby')!)).to.eql([sourceClaims.standing, sourceClaims.beside]);
  });

  it('has a title and column heads in the host’s own words', async () => {
    const widget = await levels();
    widget.strings = { 'levels.title': 'Was der Artikel behauptet', 'levels.trust': 'Vertrauen', 'levels.engagement': 'Mitarbeit' };
    await settled(widget);
    expect(plain(oneInside(widget, 'h2'))).to.equal('Was der Artikel behauptet');
    expect(inside(widget, 'thead th').map(plain)).to.eql(['Vertrauen', 'Mitarbeit', 'Im\u00adprove\u00adment']);
  });

  it('says before the figures that they have no source, and after them what research says', async () => {
    const widget = await levels();
    const order = inside(widget, 'section > *').map((one) => one.getAttribute('part'));
    expect(order).to.eql(['title', 'standing', 'table', 'beside']);
    expect(plain(oneInside(widget, '[part=standing]'))).to.equal(
      'Printed in the source article without a citation, sample or definition, and not found in the literature searched.',
    );
    expect(plain(oneInside(widget, '[part=beside]'))).to.equal(
      'Alliance and outcome r = .278 (95 % CI .256 to .299), 295 studies (Flückiger et al. 2018): about 8 % of shared variance across people, for the alliance, which is wider than trust. It says nothing certain about one person.',
    );
    expect(oneInside(widget, 'section').lang).to.equal('en');
  });

  it('shows nothing on a page with a person’s own score, and reports it', async () => {
    for (const markup of ['<attune-trust-trend></attune-trust-trend>', '<attune-perspective-gap></attune-perspective-gap>', '<p result="score"></p>']) {
      const errors = hear(document, 'attune-error');
      const page = await place();
      page.innerHTML = markup;
      const widget = await mount<AttuneTrustLevels>('attune-trust-levels', { attributes: { show: '' }, children: '', into: page });
      expect(read(widget), markup).to.equal('');
      expect(errors.map(({ detail }) => detail.code)).to.eql(['beside-a-score']);
      page.remove();
    }
  });

  it('hides when a score appears later, in any way, and returns when it is gone; it reports each time', async () => {
    const trend = '<attune-trust-trend></attune-trust-trend>';
    const comes: Record<string, (page: HTMLElement) => void> = {
      'put in': (page) => page.insertAdjacentHTML('beforeend', trend),
      'deep in something else': (page) => page.insertAdjacentHTML('beforeend', `<div><p>Words</p><div>${trend}</div></div>`),
      'asked of a questionnaire that is there': (page) => page.querySelector('p')!.setAttribute('result', 'score'),
    };
    for (const [how, come] of Object.entries(comes)) {
      const errors = hear(document, 'attune-error');
      const page = await place();
      page.innerHTML = '<p>Words</p>';
      const widget = await mount<AttuneTrustLevels>('attune-trust-levels', { attributes: { show: '' }, children: '', into: await place() });
      expect(inside(widget, 'table').length).to.equal(1);
      come(page);
      await settled(widget);
      expect(read(widget), how).to.equal('');
      page.append('More words');
      await settled(widget);
      expect(errors.map(({ detail }) => detail.code), how).to.eql(['beside-a-score']);
      page.remove();
      await settled(widget);
      expect(inside(widget, 'table').length, how).to.equal(1);
      widget.remove();
    }
  });

  it('checks the page again when it is attached again, and not while show is not set', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await levels();
    const home = widget.parentElement!;
    widget.remove();
    const page = await place();
    page.innerHTML = '<attune-trust-trend></attune-trust-trend>';
    home.append(widget);
    await settled(widget);
    expect(read(widget)).to.equal('');
    page.innerHTML = '';
    await settled(widget);
    expect(inside(widget, 'table').length).to.equal(1);
    widget.show = false;
    await settled(widget);
    page.innerHTML = '<attune-trust-trend></attune-trust-trend>';
    await settled(widget);
    expect(errors.length).to.equal(1);
    widget.show = true;
    await settled(widget);
    expect(read(widget)).to.equal('');
    expect(errors.length).to.equal(2);
    page.remove();
  });

  it('has no input and no question: there is no score to compare with its figures', async () => {
    const widget = await levels();
    expect(inside(widget, 'slot, button, input, a, [tabindex="0"]')).to.eql([]);
    const names = Object.keys((widget.constructor as typeof AttuneTrustLevels).properties);
    expect(names).to.eql(['show', 'headingLevel', 'strings']);
  });

  it('has enough contrast in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      const widget = await levels();
      widget.style.colorScheme = scheme;
      for (const one of inside<HTMLElement>(widget, 'h2, p, th, td')) expect(contrast(one, 'color')).to.be.at.least(4.5);
    }
  });
});

import '../../src/locales/ar/clinician.ts';
import { addLocale } from '../../src/ui/text/add-locale.ts';
import '../../src/locales/de/clinician.ts';
import '../../src/locales/he/clinician.ts';
import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import '../../src/define/session.ts';
import '../../src/define/trust-trend.ts';
import '../../src/instruments/index.ts';
import { AttuneSession } from '../../src/elements/session/session.ts';
import type { AttuneTrustTrend } from '../../src/elements/trust-trend/trust-trend.ts';
import type { TrendRecord } from '../../src/elements/trust-trend/records.ts';
import type { Form } from '../../src/core/change/series.ts';
import { phq9 } from '../core/fixtures/published.ts';
import { mistrust } from './fixtures/clinician-form.ts';
import { listInstruments, registerInstrument } from '../../src/instruments/registry.ts';
import { elementContract } from '../contract/element-contract.ts';
import { contrast } from './fixtures/contrast.ts';
import { dayAfter, eight, intake, pulse, responseOf, scoreOf, session, weekly } from './fixtures/courses.ts';
import { hear, mount, place } from './fixtures/host.ts';
import { click, focusIsOn, focused, inside, oneInside, press, read, settled } from './fixtures/person.ts';

const tag = 'attune-trust-trend';
const clinician = { audience: 'clinician' };
const isChromium = /Chrome\//.test(navigator.userAgent);

interface Given {
  attributes?: Record<string, string>;
  properties?: Partial<AttuneTrustTrend>;
  children?: string;
  into?: Element;
}

/** For a clinician. */
const trend = (records: unknown, { attributes = {}, properties = {}, children = '', into }: Given = {}): Promise<AttuneTrustTrend> =>
  mount<AttuneTrustTrend>(tag, {
    attributes: { ...clinician, ...attributes },
    properties: { ...properties, ...(records !== undefined && { records }) },
    children,
    ...(into && { into }),
  });

const texts = (widget: Element, selector: string): string[] => inside(widget, selector).map((part) => part.textContent!.replace(/\s+/g, ' ').trim());
const marks = (widget: Element): SVGRectElement[] => inside(widget, '.plot rect');
/** The middle of a point in px, from the top left of the chart. */
const middle = (part: Element): { x: number; y: number } => {
  const plot = (part.closest('svg.plot') ?? part).getBoundingClientRect();
  const { left, top, width, height } = part.getBoundingClientRect();
  return { x: left + width / 2 - plot.left, y: top + height / 2 - plot.top };
};
/** The corners of every unbroken piece of a line. */
const pieces = (widget: Element, nth = 0): string[][] =>
  (inside(widget, '.plot .line')[nth]!.getAttribute('d') ?? '').split('M').filter(Boolean).map((piece) => piece.split('L'));

/** The browser dispatches the event in a later task. */
const toggled = (details: Element): Promise<unknown> =>
  new Promise((done) => details.addEventListener('toggle', done, { once: true }));

async function open(widget: AttuneTrustTrend, summary: string): Promise<HTMLDetailsElement> {
  const found = inside<HTMLElement>(widget, 'summary').find((one) => one.textContent!.includes(summary))!;
  const details = found.parentElement as HTMLDetailsElement;
  const opened = toggled(details);
  found.click();
  await opened;
  await settled(widget);
  return details;
}

async function rows(widget: AttuneTrustTrend): Promise<string[][]> {
  await open(widget, 'The same as a table');
  return inside(widget, 'tr:has(td)').map((row) => [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()));
}

const formOf = ({ instrument, version, options }: typeof session): Form => ({ id: instrument, version, options });

const reported = (errors: AttuneEvents, code: string): string =>
  errors.filter(({ detail }) => detail.code === code).map(({ detail }) => detail.message).join(' | ');
type AttuneEvents = ReturnType<typeof hear<'attune-error'>>;

elementContract({
  tag,
  attributes: clinician,
  property: { name: 'records', value: weekly(eight), shows: '8 sessions, Feb 2, 2026 – Mar 23, 2026' },
  act: async (widget) => {
    for (const summary of inside<HTMLElement>(widget, 'summary')) summary.click();
  },
});

describe('<attune-trust-trend> for a clinician', () => {
  it('says that there is no session yet', async () => {
    for (const records of [undefined, []]) {
      const widget = await trend(records);
      expect(read(widget)).to.equal('Trust over time No sessions yet.');
    }
  });

  it('says something else if there are sessions but none can be shown', async () => {
    for (const records of [[{ score: scoreOf(50) }], 'none']) {
      const widget = await trend(records);
      expect(read(widget)).to.equal('Trust over time No session that can be shown here.');
    }
  });

  it('shows one session in the middle, and two at the ends', async () => {
    const one = await trend(weekly([75]));
    expect(marks(one).length).to.equal(1);
    const width = (widget: Element): number => oneInside(widget, '.plot').getBoundingClientRect().width;
    expect(middle(marks(one)[0]!).x).to.be.closeTo(width(one) / 2, 1);
    expect(texts(one, '[part=legend]')[0]).to.equal('After a session, full form: 1 session, Feb 2, 2026. Score 75.');

    const two = await trend(weekly([75, 70]));
    expect(marks(two).map((mark) => Math.round(middle(mark).x))).to.eql([0, Math.round(width(two))]);
    expect(texts(two, '[part=legend]')[0]).to.equal(
      'After a session, full form: 2 sessions, Feb 2, 2026 – Feb 9, 2026. First 75, last 70, lowest 70, highest 75.',
    );
  });

  it('puts every score at its height between 0 and 100', async () => {
    const widget = await trend(weekly([0, 50, 100]));
    const labels = inside(widget, '.axis text');
    const height = new Map(labels.map((label) => [label.textContent, Number(label.getAttribute('y')) + 32]));
    expect([...height.keys()]).to.eql(['0', '25', '50', '75', '100']);
    expect(marks(widget).map((mark) => Math.round(middle(mark).y))).to.eql([height.get('0'), height.get('50'), height.get('100')]);
  });

  it('marks the one session that is worth a conversation, with rules, formulas and numbers in a disclosure', async () => {
    const widget = await trend(weekly(eight));
    const bubbles = inside(widget, '.plot .talk');
    expect(bubbles.length).to.equal(1);
    expect(bubbles[0]!.getAttribute('x')).to.equal(marks(widget)[5]!.getAttribute('x'));
    expect(texts(widget, '[part=legend] li')).to.eql([
      'After a session, full form: 8 sessions, Feb 2, 2026 – Mar 23, 2026. First 75, last 77.08, lowest 58.33, highest 79.17. Worth a conversation: 1.',
      'Worth a conversation: strong',
    ]);
    const finding = await open(widget, 'Mar 9, 2026');
    expect(texts(widget, '[part=finding] summary')).to.eql([
      'Mar 9, 2026: 58.33, 17.92 below the mean of the 5 sessions before. Strong. Back at that mean after 2 sessions, Mar 23, 2026.',
    ]);
    expect([...finding.querySelectorAll('dl > *')].map((part) => part.textContent!.replace(/\s+/g, ' '))).to.eql([
      'Drop', 'mean - score >= sd: mean 76.25, score 58.33, sd 2.38',
      'Control limit', 'score < mean - 2.66 x mmr: mean 76.25, score 58.33, mmr 3.65',
      'Strong', 'drop and mean - score >= 2 x sd, or score < limit: mean 76.25, score 58.33, sd 2.38, limit 66.55',
      'Repaired', 'score >= mean: score 77.08, mean 76.25',
    ]);
    expect(read(widget)).to.contain('It does not say why, and it is no forecast.');
  });

  it('draws a line through the existing scores, and never further', async () => {
    const widget = await trend(weekly(eight));
    expect(pieces(widget).map(({ length }) => length)).to.eql([8]);
    const xs = pieces(widget)[0]!.map((point) => Number(point.split(' ')[0]));
    expect([xs[0], xs[7]]).to.eql([0, 1000]);
    // The plot has no other line except the band.
    expect(inside(widget, '.plot path').map((part) => part.getAttribute('class')).sort()).to.eql(['gap', 'grid', 'line', 'milestone', null]);
    expect(oneInside(widget, '.plot .milestone').getAttribute('d')).to.equal('');
  });

  it('leaves a gap at a session without a score, and never shows zero', async () => {
    const widget = await trend(weekly([75, 77, undefined, undefined, 73, undefined, 79]));
    expect(marks(widget).length).to.equal(4);
    expect(pieces(widget).map(({ length }) => length)).to.eql([2, 1, 1]);
    expect(marks(widget).every((mark) => middle(mark).y < 100)).to.equal(true);
    expect(oneInside(widget, '.plot .gap').getAttribute('d')!.match(/M/g)!.length).to.equal(3);
    expect(read(widget)).to.contain('Without a score: 3.');
    expect(texts(widget, '[part=legend] li')).to.include('No score');
    expect((await rows(widget))[2]).to.eql(['Feb 16, 2026', 'No score', 'Missing: t02, t08, t10', '']);
  });

  it('leaves a gap at a session after which nothing was sent', async () => {
    const [one, two, , four] = weekly([75, 77, 76, 73]);
    const widget = await trend([one, two, { date: dayAfter(14), instrument: formOf(session) }, four]);
    expect(pieces(widget).map(({ length }) => length)).to.eql([2, 1]);
    expect(oneInside(widget, '.plot .gap').getAttribute('d')!.match(/M/g)!.length).to.equal(1);
    expect(read(widget)).to.contain('4 sessions, Feb 2, 2026 – Feb 23, 2026').and.to.contain('Without a score: 1.');
    expect((await rows(widget))[2]).to.eql(['Feb 16, 2026', 'No score', '', '']);
    expect(read(widget)).to.contain('Not normed.');
    const normed = { ...one!, score: { ...one!.score!, provenance: { ...one!.score!.provenance, normed: true } } };
    expect(texts(await trend([normed, { date: dayAfter(14), instrument: formOf(session) }]), '[part=standing]')).to.eql(['It does not diagnose or predict.']);
  });

  it('shows a form that was never sent as gaps', async () => {
    const widget = await trend([...weekly([75, 77]), { date: dayAfter(0), instrument: formOf(pulse as never) }]);
    expect(texts(widget, '[part=legend] li')[1]).to.equal('After a session, short form: 1 session, Feb 2, 2026. Without a score: 1. trust-pulse 1.0.0');
    expect(read(widget)).not.to.contain('no such score');
  });

  it('shows a single session without a score as a gap', async () => {
    const widget = await trend(weekly([undefined]));
    expect(marks(widget).length).to.equal(0);
    expect(texts(widget, '[part=legend] li')[0]).to.equal('After a session, full form: 1 session, Feb 2, 2026. Without a score: 1.');
  });

  it('shows the content of the chart in a table, with missing and prorated answers', async () => {
    const records = weekly(eight);
    records[1] = { ...records[1]!, score: scoreOf(77.0833, session, 11) };
    const widget = await trend(records);
    expect(inside(widget, 'table').length).to.equal(0);
    const said = await rows(widget);
    expect(texts(widget, 'thead th')).to.eql(['Date', 'Score', 'Answers', 'Findings']);
    expect(texts(widget, 'caption')).to.eql(['After a session, full form trust-12 1.0.0, variant: session, keying: mixed']);
    expect(said.map(([date, score]) => [date, score])).to.eql(
      ['75', '77.08', '72.92', '79.17', '77.08', '58.33', '68.75', '77.08'].map((score, week) => [
        new Date(dayAfter(7 * week)).toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' }),
        score,
      ]),
    );
    expect(said[1]!.slice(2)).to.eql(['11 of 12, prorated', 'Not enough sessions before']);
    expect(said[4]!.slice(2)).to.eql(['12 of 12', '']);
    expect(said[5]![3]).to.equal(
      'Worth a conversation. 58.33, 17.92 below the mean of the 5 sessions before. Strong. Back at that mean after 2 sessions, Mar 23, 2026.',
    );
  });

  it('opens findings and table by keyboard, and scrolls the table by keyboard', async () => {
    const widget = await trend(weekly(eight));
    const before = document.createElement('button');
    widget.before(before);
    before.focus();
    const stops: string[] = [];
    for (let step = 0; step < 3; step++) {
      await press('Tab');
      const at = focused()!;
      stops.push(at.localName);
      if (at.localName !== 'summary') break;
      const opened = toggled(at.parentElement!);
      await press('Enter');
      await opened;
      await settled(widget);
    }
    before.remove();
    expect(stops).to.eql(['summary', 'summary', 'div']);
    expect(inside(widget, 'table').length).to.equal(1);
    focusIsOn(oneInside(widget, '[part=more] [role=region]'));
    await expect(widget).to.be.accessible();
  });

  it('is an image with a name and a description, for people who do not see it', async () => {
    const widget = await trend(weekly(eight));
    const chart = oneInside(widget, '.plot');
    expect(chart.getAttribute('role')).to.equal('img');
    const said = (attribute: string): string =>
      chart.getAttribute(attribute)!.split(' ').map((id) => oneInside(widget, `#${id}`).textContent!.trim()).join(' ');
    expect(said('aria-labelledby')).to.equal('Trust over time Total. 0 is the least possible, 100 the most.');
    expect(said('aria-describedby')).to.contain('lowest 58.33, highest 79.17. Worth a conversation: 1.');
  });

  it('says that the scores are not normed and what they are not for', async () => {
    const records = weekly(eight);
    expect(read(await trend(records))).to.contain('Not normed. It does not diagnose or predict.');
    const normed = records.map((record) => ({ ...record, score: { ...record.score!, provenance: { ...record.score!.provenance, normed: true } } }));
    expect(texts(await trend(normed), '[part=standing]')).to.eql(['It does not diagnose or predict.']);
  });

  describe('with several forms', () => {
    const several = (): TrendRecord[] => [
      { date: dayAfter(0), score: scoreOf(60, intake) },
      ...weekly(eight),
      ...weekly([80, 82, undefined, 84], pulse),
      { date: dayAfter(60), score: scoreOf(50, { ...session, version: '2.0.0' }) },
    ];

    it('draws a line for each, with its own shape and dashes, and joins none of them', async () => {
      const widget = await trend(several());
      expect(inside(widget, '.plot .line').map((_, nth) => pieces(widget, nth).map(({ length }) => length))).to.eql([[1], [8], [2, 1], [1]]);
      const different = (selector: string, attribute: string): number => new Set(inside(widget, selector).map((part) => part.getAttribute(attribute))).size;
      expect(different('.plot g', 'class')).to.equal(4);
      expect(different('.plot .line', 'stroke-dasharray')).to.equal(4);
      expect(new Set(inside(widget, '.plot .line').map((line) => getComputedStyle(line).stroke)).size).to.equal(1);
      expect(texts(widget, '[part=legend] li').slice(0, 4).map((text) => text.split(':')[0])).to.eql([
        'Before therapy, full form', 'After a session, full form, version 1.0.0', 'After a session, short form', 'After a session, full form, version 2.0.0',
      ]);
    });

    it('shows the form of each gap: by name, and by the dashes of its line', async () => {
      const widget = await trend([...several(), ...weekly([50, undefined], { ...session, version: '3.0.0' })]);
      expect(texts(widget, '[part=legend] li').filter((text) => text.endsWith('No score'))).to.eql(['After a session, short form: No score', 'After a session, full form, version 3.0.0: No score']);
      const dashes = (selector: string): (string | null)[] => inside(widget, selector).map((part) => part.getAttribute('stroke-dasharray'));
      expect(dashes('.plot .gap')).to.eql(dashes('.plot .line'));
      expect(dashes('[part=legend] .gap')).to.eql([dashes('.plot .line')[2], dashes('.plot .line')[3]]);
    });

    it('compares each only with its own earlier sessions', async () => {
      const widget = await trend(several());
      expect(texts(widget, '[part=finding] summary')).to.eql([
        'Mar 9, 2026: After a session, full form, version 1.0.0: 58.33, 17.92 below the mean of the 5 sessions before. Strong. Back at that mean after 2 sessions, Mar 23, 2026.',
      ]);
      await rows(widget);
      expect(texts(widget, 'caption').length).to.equal(4);
    });

    it('shows the names that the host gives', async () => {
      const widget = await trend(several(), { properties: { names: { 'trust-12': 'Trust' } } });
      expect(texts(widget, '[part=legend] li').map((text) => text.split(':')[0]).slice(0, 4)).to.eql([
        'Trust, before therapy, without reversed lines, version 1.0.0', 'Trust, after a session, with reversed lines, version 1.0.0',
        'After a session, short form', 'Trust, after a session, with reversed lines, version 2.0.0',
      ]);
      widget.names = { 'trust-12': '{variant} (long)' };
      await settled(widget);
      expect(texts(widget, '[part=legend] li')[0]).to.match(/^Before therapy \(long\): 1 session/);
    });

    it('shows the title of another instrument, and its id if two have the same title', async () => {
      const one = (id: string): TrendRecord => ({ date: dayAfter(0), instrument: { id, version: '1.0.0', options: {} } });
      for (const id of ['titled-1', 'titled-2']) registerInstrument({ ...phq9, id, title: 'How I feel' });
      const names = async (...ids: string[]): Promise<string[]> =>
        texts(await trend(ids.map(one)), '[part=legend] li').map((text) => text.split(':')[0]!).filter((text) => !text.endsWith('No score'));
      expect(await names('titled-1')).to.eql(['How I feel']);
      expect(new Set(await names('titled-1', 'titled-2'))).to.eql(new Set(['How I feel, titled-1', 'How I feel, titled-2']));
      expect(await names('not-registered')).to.eql(['not-registered']);
    });

    it('says exactly which form each line is, below its name', async () => {
      const widget = await trend(several());
      expect(texts(widget, '[part=legend] .form')).to.eql([
        'trust-12 1.0.0, variant: intake, keying: positive', 'trust-12 1.0.0, variant: session, keying: mixed', 'trust-pulse 1.0.0',
        'trust-12 2.0.0, variant: session, keying: mixed',
      ]);
      await rows(widget);
      expect(texts(widget, 'caption')[2]).to.equal('After a session, short form trust-pulse 1.0.0');
    });

    it('has the names of forms and options in the words of the host', async () => {
      const strings = { 'trend.form-trust-12': 'Langer Bogen {variant}', 'trend.option-variant-intake': 'vor der Therapie', 'trend.version': 'Fassung {version}' };
      const widget = await trend(several(), { properties: { strings } });
      const names = texts(widget, '[part=legend] li').map((text) => text.split(':')[0]);
      expect([names[0], names[3]]).to.eql(['Langer Bogen vor der Therapie', 'Langer Bogen after a session, Fassung 2.0.0']);
    });

    it('shows one subscale of the forms that have it, and names the forms without it', async () => {
      const widget = await trend(several(), { attributes: { scale: 'safety' } });
      expect(inside(widget, '.plot .line').length).to.equal(3);
      expect(texts(widget, '[part=legend]')[0]).to.contain('First 37.5, last 38.54');
      expect(read(widget)).to.contain('It has no such score: After a session, short form').and.to.contain('safety. 0 is the least possible');
      const unsent = { date: dayAfter(14), instrument: formOf(pulse as never) };
      expect(read(await trend([...several(), unsent], { attributes: { scale: 'safety' } }))).to.contain('It has no such score: After a session, short form');
      widget.scale = 'sadness';
      await settled(widget);
      expect(inside(widget, 'svg').length).to.equal(0);
      expect(read(widget)).to.contain('It has no such score: Before therapy, full form');
    });
  });

  describe('with norms', () => {
    const norms = { sd: 14, reliability: 0.88, source: 'Clinic sample 2025' };

    it('shows the range of error with its formula and source; it breaks where the line breaks', async () => {
      const widget = await trend(weekly([75, 77, undefined, 99]), { properties: { norms } });
      const band = oneInside(widget, '.plot .band').getAttribute('d')!.split('M').filter(Boolean);
      expect(band.length).to.equal(2);
      // 1.96 x 14 x sqrt(0.12) = 9.5055 points; 100 points are 200 px. Over 100 and under 0 there is nothing.
      expect(band[0]).to.equal('0 30.99L333.33 26.99L333.33 65.01L0 69.01z');
      expect(band[1]).to.equal('1000 0L1000 21.01z');
      expect(texts(widget, '[part=standing]')).to.eql(['It does not diagnose or predict.']);
      expect(texts(widget, '[part=legend] li').at(-1)).to.equal(
        'Range of error, 95 %: score ± 1.96 x SEM = ± 9.51. SEM = SD x sqrt(1 - reliability) = 4.85, RC95 = 1.96 x sqrt(2) x SEM = 13.44. SD 14, reliability 0.88: Clinic sample 2025',
      );
    });

    it('hides no line behind the range of another form, and names the form of each range', async () => {
      const other = { ...session, options: { variant: 'session', keying: 'positive' } };
      const both = ['mixed', 'positive'].map((keying) => ({ ...norms, instrument: 'trust-12', options: { keying } }));
      const widget = await trend([...weekly(eight), ...weekly(eight, other)], { properties: { norms: both } });
      const drawn = inside(widget, '.plot path').map((part) => part.getAttribute('class')).filter((name) => name === 'band' || name === 'line');
      expect(drawn).to.eql(['band', 'band', 'line', 'line']);
      // A band is transparent: the grid, milestones and other bands behind it are visible.
      for (const band of inside(widget, '.plot .band')) expect(Number(getComputedStyle(band).fillOpacity)).to.be.within(0.05, 0.5);
      expect(texts(widget, '[part=legend] li').filter((text) => /Range of error/.test(text)).map((text) => text.split(':')[0])).to.eql([
        'After a session, full form, with reversed lines', 'After a session, full form, without reversed lines',
      ]);
    });

    it('says that a form is not normed if only another form has norms', async () => {
      const widget = await trend([...weekly(eight), ...weekly([80, 82], pulse)], { properties: { norms: { ...norms, instrument: 'trust-12' } } });
      expect(texts(widget, '[part=standing]')).to.eql(['Not normed: After a session, short form. It does not diagnose or predict.']);
    });

    it('never shows a change within RC95 as a drop', async () => {
      const wobble = [70, 74, 70, 74, 65];
      expect(texts(await trend(weekly(wobble)), '[part=finding] summary').length).to.equal(1);
      expect(texts(await trend(weekly(wobble), { properties: { norms } }), '[part=finding] summary')).to.eql([]);
      const widget = await trend(weekly([70, 74, 70, 74, 50]), { properties: { norms } });
      await open(widget, 'Mar 2, 2026');
      expect(texts(widget, '[part=finding] dd')[0]).to.equal('mean - score >= max(sd, rc95): mean 72, score 50, sd 2.31, rc95 13.44');
    });

    it('uses them only for the form and the scale that they name', async () => {
      const records = [...weekly(eight), ...weekly([80, 82], pulse)];
      const bands = async (given: object): Promise<number> => inside(await trend(records, { properties: { norms: given as never } }), '.plot .band').length;
      const errors = hear(document, 'attune-error');
      expect(await bands({ ...norms, instrument: 'trust-pulse' })).to.equal(1);
      expect(await bands([{ ...norms, instrument: 'trust-pulse' }, { ...norms, instrument: 'trust-12', options: { variant: 'session' } }])).to.equal(2);
      expect(await bands({ ...norms, instrument: 'trust-12', options: { variant: 'intake' } })).to.equal(0);
      expect(await bands({ ...norms, instrument: 'trust-12', version: null, options: null })).to.equal(1);
      expect(await bands({ ...norms, instrument: 'trust-12', version: '2.0.0' })).to.equal(0);
      expect(await bands({ ...norms, instrument: 'trust-12', scale: 'safety' })).to.equal(0);
      expect(errors.length).to.equal(0);
      expect(await bands(norms)).to.equal(0);
      expect(reported(errors, 'bad-norms')).to.equal('norms must name their instrument: there are several forms');
    });

    it('reports those that it cannot use, and shows the rest', async () => {
      const errors = hear(document, 'attune-error');
      const bad = [{ ...norms, sd: 0 }, { ...norms, reliability: null }, { sd: 14, reliability: 0.8 }, null, norms];
      const widget = await trend(weekly(eight), { properties: { norms: bad as never } });
      expect(reported(errors, 'bad-norms')).to.equal(
        'norms[0] sd must be a number above 0; norms[1] reliability must be a number from 0 to 1; norms[2] must name their source; norms[3] cannot be read',
      );
      expect(inside(widget, '.plot .band').length).to.equal(1);
    });
  });

  describe('with norms and thresholds of the instrument', () => {
    // Nine items of 0 to 3, summed: a point of the score is 100 / 27 of the axis.
    const nine = (id: string, total: object): Form => {
      const normed = 'norms' in total;
      const scoring = { ...phq9.scoring, total: { ...phq9.scoring.total, reliableChange: undefined, ...total } };
      if (!registerInstrument({ ...phq9, id, normed, scoring }).ok) throw new Error('It breaks a rule');
      return { id, version: '1.0.0', options: {} };
    };
    const published = { points: 6, source: 'Someone 2018' };
    const norms = { sd: 5.4, sem: 2.7, source: 'Someone 2001' };

    const sums = (instrument: Form, all: readonly number[]): TrendRecord[] =>
      all.map((sum, week) => {
        const answers = Array.from({ length: 9 }, (_, i) => ({
          item: `q${i + 1}`,
          state: 'answered' as const,
          values: [`w${Math.floor(sum / 9) + Number(i < sum % 9)}`],
        }));
        return { date: dayAfter(7 * week), response: responseOf(`${instrument.id}-${week}`, [], { instrument, answers }) };
      });
    const wobble = [10, 12, 10, 12];
    const symptoms = (records: unknown, properties: Partial<AttuneTrustTrend> = {}): Promise<AttuneTrustTrend> =>
      trend(records, { attributes: { 'lower-is-better': '' }, properties });
    const flagged = (widget: Element): number => inside(widget, '[part=finding]').length;

    it('never shows a change below a published threshold as a drop, and shows threshold and source in points of the axis', async () => {
      const form = nine('nine-published', { reliableChange: published });
      const less = await symptoms(sums(form, [...wobble, 16]));
      expect(flagged(less)).to.equal(0);
      expect(inside(less, '.plot .band').length).to.equal(0);
      expect(texts(less, '[part=legend] li').at(-1)).to.equal('Published threshold of change: 22.22. Someone 2018');
      const widget = await symptoms(sums(form, [...wobble, 17]));
      await open(widget, 'Mar 2, 2026');
      expect(texts(widget, '[part=finding] dd')[0]).to.equal(
        'score - mean >= max(sd, threshold): mean 40.74, score 62.96, sd 4.28, threshold 22.22',
      );
      expect(flagged(await symptoms(sums(nine('nine-bare', {}), [...wobble, 16])))).to.equal(1);
    });

    it('shows the range of error of its norms, also of norms published as an error of measurement', async () => {
      const widget = await symptoms(sums(nine('nine-normed', { norms }), [...wobble, 17]));
      expect(inside(widget, '.plot .band').length).to.equal(1);
      // SEM 2.7 of an SD of 5.4 is a reliability of 0.75; in points of the axis they are 10 of 20.
      expect(texts(widget, '[part=legend] li').at(-1)).to.equal(
        'Range of error, 95 %: score ± 1.96 x SEM = ± 19.6. SEM = SD x sqrt(1 - reliability) = 10, RC95 = 1.96 x sqrt(2) x SEM = 27.72. SD 20, reliability 0.75: Someone 2001',
      );
      await open(widget, 'Mar 2, 2026');
      expect(texts(widget, '[part=finding] dt')).to.eql(['Control limit', 'Strong']);
      expect(texts(widget, '[part=standing]')).to.eql(['It does not diagnose or predict.']);
    });

    it('uses both if there are both, and names their form if there are several forms', async () => {
      const both = sums(nine('nine-both', { norms, reliableChange: published }), [...wobble, 22]);
      const widget = await symptoms(both);
      await open(widget, 'Mar 2, 2026');
      expect(texts(widget, '[part=finding] dd')[0]).to.contain('score - mean >= max(sd, rc95, threshold)');
      const several = await symptoms([...both, ...weekly([80, 82], pulse)]);
      expect(texts(several, '[part=legend] li').slice(-2).map((text) => text.slice(0, 27))).to.eql([
        'Placeholder: Range of error',
        'Placeholder: Published thre',
      ]);
    });

    it('uses the norms of the host instead, if given', async () => {
      const form = nine('nine-given', { norms, reliableChange: published });
      const widget = await symptoms(sums(form, [...wobble, 16]), { norms: { sd: 2, reliability: 0.9, source: 'Clinic sample 2025' } });
      expect(texts(widget, '[part=legend] li').filter((text) => /Someone/.test(text))).to.eql([]);
      expect(texts(widget, '[part=legend] li').at(-1)).to.contain('SD 2, reliability 0.9: Clinic sample 2025');
      expect(flagged(widget)).to.equal(1);
    });

    it('uses them only for exactly that form and scale', async () => {
      const form = nine('nine-other', { norms });
      const given = { ...session, instrument: form.id, options: {} };
      const bands = async (asked: object, more: Record<string, string> = {}): Promise<number> =>
        inside(await trend(weekly([70, 72], { ...given, ...asked }), { attributes: more }), '.plot .band').length;
      expect(await bands({})).to.equal(1);
      expect(await bands({ version: '2.0.0' })).to.equal(0);
      expect(await bands({ options: { mode: 'video' } })).to.equal(0);
      const safe = weekly([70, 72]).map(({ date, score }) => ({ date, score: { ...score!, provenance: { ...score!.provenance, ...given } } }));
      const widget = await trend(safe, { attributes: { scale: 'safety' } });
      expect([inside(widget, '.plot .line').length, inside(widget, '.plot .band').length]).to.eql([1, 0]);
    });

    it('does not use them if a given score has no range', async () => {
      const form = nine('nine-cut', { norms, reliableChange: published });
      const cut = (min: unknown, max: unknown): TrendRecord[] =>
        weekly([70, 72], { ...session, instrument: form.id, options: {} }).map(({ date, score }) => ({
          date: date!,
          score: { ...score!, total: { ...score!.total, min, max } as never },
        }));
      for (const [min, max] of [[undefined, undefined], [1, 1], [5, 1], [0, 1e-300], [0, Infinity], ['0', {}]]) {
        const widget = await trend(cut(min, max));
        expect(marks(widget).length).to.equal(2);
        expect(inside(widget, '.plot .band').length).to.equal(0);
      }
    });
  });

  describe('with milestones', () => {
    const milestones = [{ date: dayAfter(35), title: 'Worked it through' }, { date: dayAfter(14), title: 'Said it out loud' }];

    it('marks their days with numbers and lists them in words', async () => {
      const widget = await trend(weekly(eight), { properties: { milestones } });
      const lines = oneInside(widget, '.plot .milestone').getAttribute('d')!.split('M').filter(Boolean);
      expect(lines.map((line) => Number(line.split(' ')[0]))).to.eql([285.71, 714.29]);
      expect(texts(widget, '[part=milestones] li')).to.eql(['1 Feb 16, 2026: Said it out loud', '2 Mar 9, 2026: Worked it through']);
    });

    it('has space for a milestone after the last session', async () => {
      const widget = await trend(weekly(eight), { properties: { milestones: [{ date: dayAfter(98), title: 'Said goodbye' }] } });
      expect(pieces(widget)[0]!.at(-1)!.split(' ')[0]).to.equal('500');
    });

    it('reports those that it cannot use, and shows the rest', async () => {
      const errors = hear(document, 'attune-error');
      const given = [...milestones, { date: '14 March', title: 'x' }, { date: dayAfter(1), title: ' ' }, 7, null];
      const widget = await trend(weekly(eight), { properties: { milestones: given as never } });
      expect(reported(errors, 'bad-milestones')).to.equal(
        'milestones[2] must have a date, YYYY-MM-DD, and a title; milestones[3] must have a date, YYYY-MM-DD, and a title; milestones[4] must have a date, YYYY-MM-DD, and a title; milestones[5] cannot be read',
      );
      expect(texts(widget, '[part=milestones] li').length).to.equal(2);
    });
  });

  it('places sessions by date, or at equal distances', async () => {
    const records = [0, 1, 30].map((days, i) => ({ date: dayAfter(days), score: scoreOf(70 + i) }));
    const milestones = [{ date: dayAfter(2), title: 'Between' }];
    const widget = await trend(records, { properties: { milestones } });
    const xs = (): number[] => pieces(widget)[0]!.map((point) => Number(point.split(' ')[0]));
    expect(xs()).to.eql([0, 33.33, 1000]);
    widget.axis = 'order';
    await settled(widget);
    expect(xs()).to.eql([166.67, 500, 833.33]);
    expect(oneInside(widget, '.plot .milestone').getAttribute('d')).to.match(/^M666\.67 /);
  });

  it('places forms of the same day above each other, at equal distances', async () => {
    const record = (days: number, hour: number, asked = session) => ({ date: `${dayAfter(days)}T${hour}:00:00Z`, score: scoreOf(70, asked) });
    const widget = await trend([record(0, 10), record(0, 11, pulse as never), record(2, 10), record(2, 11, pulse as never)], { attributes: { axis: 'order' } });
    expect([pieces(widget, 0), pieces(widget, 1)].map(([piece]) => piece!.map((point) => point.split(' ')[0]))).to.eql([['250', '750'], ['250', '750']]);
  });

  it('looks for rises if lower scores are better', async () => {
    const symptoms = weekly([20, 22, 19, 21, 20, 45]);
    expect(texts(await trend(symptoms), '[part=finding] summary')).to.eql([]);
    const widget = await trend(symptoms, { attributes: { 'lower-is-better': '' } });
    expect(texts(widget, '[part=finding] summary')[0]).to.equal('Mar 9, 2026: 45, 24.6 above the mean of the 5 sessions before. Strong.');
    await open(widget, 'Mar 9, 2026');
    expect(texts(widget, '[part=finding] dt')).to.eql(['Rise', 'Control limit', 'Strong']);
    expect(texts(widget, '[part=finding] dd').at(-1)).to.match(/^rise and score - mean >= 2 x sd, or score > limit/);
  });

  describe('with records as a host stores them', () => {
    it('accepts the detail of attune-submit, and computes missing scores', async () => {
      const best = responseOf('a', [5, 5, 5, 1, 5, 1, 5, 5, 1, 5, 1, 5]);
      const known = responseOf('b', [4, 4, 3, 2, 5, 2, 4, 3, 1, 4, 2, 5], { completedAt: '2026-03-20T09:00:00Z' });
      const widget = await trend([{ response: best }, { response: known, score: scoreOf(50) }]);
      const said = await rows(widget);
      expect(said.map((row) => row.slice(0, 3))).to.eql([['Mar 14, 2026', '100', '12 of 12'], ['Mar 20, 2026', '50', '12 of 12']]);
    });

    it('computes scores with prorating and gaps', async () => {
      const without = (...gone: number[]) => [4, 4, 3, 2, 5, 2, 4, 3, 1, 4, 2, 5].map((weight, i) => (gone.includes(i + 1) ? undefined : weight));
      const widget = await trend([
        { response: responseOf('a', without(2, 8)) },
        { response: responseOf('b', without(2, 8, 10)), date: '2026-03-16' },
      ]);
      expect((await rows(widget)).map((row) => row.slice(1, 3))).to.eql([['80', '10 of 12, prorated'], ['No score', 'Missing: t02, t08, t10']]);
    });

    it('accepts them in any order, and uses the local day of the person', async () => {
      const widget = await trend([...weekly([75, 70, 65])].reverse());
      expect((await rows(widget)).map(([, score]) => score)).to.eql(['75', '70', '65']);
      const late = await trend([{ response: responseOf('a', Array<number>(12).fill(3)) }]);
      expect((await rows(late))[0]![0]).to.equal('Mar 14, 2026');
    });

    it('shows only the newest version of a record that the person changed after sending', async () => {
      const first = responseOf('a', Array<number>(12).fill(3));
      const second = responseOf('b', [5, 5, 5, 1, 5, 1, 5, 5, 1, 5, 1, 5], { replaces: 'a' });
      const widget = await trend([{ response: second }, { response: first }]);
      expect((await rows(widget)).map(([, score]) => score)).to.eql(['100']);
    });

    it('reports those that it cannot use, and shows the rest', async () => {
      const errors = hear(document, 'attune-error');
      const good = weekly(eight);
      const weights = Array<number>(12).fill(3);
      const ask = { id: 'phq-9', version: '1.0.0', options: {} };
      const loop: Record<string, unknown> = { score: { get provenance() { throw new Error('no'); } } };
      const bad: [record: unknown, why: string][] = [
        [null, 'cannot be read'],
        ['text', 'must have a response, a score or an instrument'],
        [{ date: dayAfter(1) }, 'must have a response, a score or an instrument'],
        [{ score: scoreOf(50) }, 'must have a date, YYYY-MM-DD or ISO 8601'],
        [{ instrument: formOf(session) }, 'must have a date, YYYY-MM-DD or ISO 8601'],
        [{ date: dayAfter(1), instrument: { id: 'trust-12' } }, 'must have an instrument with id, version and options'],
        [{ date: dayAfter(1), instrument: 'trust-12' }, 'must have an instrument with id, version and options'],
        [{ score: scoreOf(50), date: '2026-02-30' }, 'must have a date, YYYY-MM-DD or ISO 8601'],
        [{ score: scoreOf(101), date: dayAfter(1) }, 'must have a score as score() gives it'],
        [{ score: scoreOf(NaN), date: dayAfter(1) }, 'must have a score as score() gives it'],
        [{ score: { ...scoreOf(50), provenance: { instrument: 'x' } }, date: dayAfter(1) }, 'must have a score as score() gives it'],
        [{ score: 50, date: dayAfter(1) }, 'cannot be read'],
        [loop, 'cannot be read'],
        [{ ...loop, date: dayAfter(1) }, 'cannot be read'],
        [{ response: { ...responseOf('a', weights), status: 'in-progress' } }, 'is not completed'],
        [{ response: { status: 'completed' } }, 'has a response without instrument'],
        [{ response: responseOf('a', weights, { instrument: ask }) }, `has no score, and its response is refused: instrument.id: Must be one of ${listInstruments().map(({ id }) => id).join(', ')}`],
        [{ response: responseOf('b', weights), score: scoreOf(50, pulse) }, 'has a score of another form'],
      ];
      const widget = await trend([...bad.map(([record]) => record), ...good]);
      expect(reported(errors, 'bad-records')).to.equal(bad.map(([, why], i) => `records[${i}] ${why}`).join('; '));
      expect(marks(widget).length).to.equal(8);
    });

    it('refuses impossible answers', async () => {
      const errors = hear(document, 'attune-error');
      const response = responseOf('a', Array<number>(12).fill(3));
      const answers = [{ item: 't01', state: 'answered' as const, values: ['perhaps'] }];
      await trend([{ response: { ...response, answers } }]);
      expect(reported(errors, 'bad-records')).to.contain('records[0] has no score, and its response is refused: answers[0].values');
    });

    it('never mixes two subjects, and never shows one record twice', async () => {
      const errors = hear(document, 'attune-error');
      const mine = responseOf('a', Array<number>(12).fill(3), { subject: 'p1' });
      const other = responseOf('b', Array<number>(12).fill(4), { subject: 'p2' });
      const widget = await trend([{ response: mine }, { response: other }, { response: mine }]);
      expect(reported(errors, 'bad-records')).to.equal('records[1] is of another subject; records[2] is there twice: a');
      expect(marks(widget).length).to.equal(1);
    });

    it('reports a problem once, and again when it changes', async () => {
      const errors = hear(document, 'attune-error');
      const widget = await trend('none');
      expect(reported(errors, 'bad-records')).to.equal('records must be a list');
      widget.headingLevel = 3;
      await settled(widget);
      expect(errors.length).to.equal(1);
      widget.records = [{}];
      await settled(widget);
      expect(errors.length).to.equal(2);
    });

    it('reads the records again when an instrument is registered, also while it was off the page', async () => {
      const late = (id: string): TrendRecord => {
        const answers = [{ item: 'q1', state: 'answered' as const, values: ['w2'] }];
        return { response: responseOf(id, [], { instrument: { id, version: phq9.version, options: {} }, answers }) };
      };
      const errors = hear(document, 'attune-error');
      const widget = await trend([late('late-1'), late('late-2')]);
      expect(reported(errors, 'bad-records')).to.match(/records\[0\] .*records\[1\] /);
      expect(read(widget)).to.contain('No session that can be shown here.');
      registerInstrument({ ...phq9, id: 'late-1' });
      await settled(widget);
      expect(texts(widget, '[part=legend] li')[0]).to.contain('Placeholder: 1 session');
      widget.remove();
      registerInstrument({ ...phq9, id: 'late-2' });
      (await place()).append(widget);
      await settled(widget);
      expect(texts(widget, '[part=legend] li').slice(0, 2).join()).to.match(/late-1.*late-2/);
    });

    it('shows a new list when the host sets one', async () => {
      const widget = await trend(weekly([75]));
      widget.records = weekly([75, 70]);
      await settled(widget);
      expect(marks(widget).length).to.equal(2);
    });
  });

  describe('with JSON in a child script', () => {
    const script = (data: unknown): string => `<script type="application/json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;

    it('accepts a list of records, or an object with all data', async () => {
      expect(marks(await trend(undefined, { children: script(weekly(eight)) })).length).to.equal(8);
      const all = {
        records: weekly(eight),
        milestones: [{ date: dayAfter(14), title: 'Said it' }],
        norms: { sd: 14, reliability: 0.88, source: 'Sample' },
        names: { 'trust-12': 'Trust' },
      };
      const widget = await trend(undefined, { children: script(all) });
      expect(texts(widget, '[part=milestones] li')).to.eql(['1 Feb 16, 2026: Said it']);
      expect(inside(widget, '.band').length).to.be.above(0);
      expect(read(widget)).to.contain('Trust: 8 sessions');
    });

    it('accepts a script that is added later, and prefers properties', async () => {
      const widget = await trend(undefined);
      widget.innerHTML = script(weekly([75, 70]));
      await settled(widget);
      expect(marks(widget).length).to.equal(2);
      widget.records = weekly([75]);
      await settled(widget);
      expect(marks(widget).length).to.equal(1);
    });

    it('reports text that is not JSON', async () => {
      const errors = hear(document, 'attune-error');
      const widget = await trend(undefined, { children: script('[{') });
      expect(reported(errors, 'bad-records')).to.equal('records must be a list');
      expect(read(widget)).to.contain('No session that can be shown here.');
    });
  });

  describe('inside a session', () => {
    const weights = Array<number>(12).fill(3);
    const first = responseOf('a', weights);
    const second = responseOf('b', weights, { completedAt: '2026-03-21T09:00:00Z' });

    it('shows the session’s earlier records, whenever they come, and is no step of it', async () => {
      const session = await mount<AttuneSession>('attune-session', { properties: { earlier: [first] } });
      const widget = await trend(undefined, { into: session });
      expect(marks(widget).length).to.equal(1);
      session.earlier = [first, second];
      await settled(session);
      await settled(widget);
      expect(marks(widget).length).to.equal(2);
      expect(read(session)).not.to.contain('1 of');
    });

    it('prefers its own records, also an empty list', async () => {
      const session = await mount<AttuneSession>('attune-session', { properties: { earlier: [first, second] } });
      expect(marks(await trend(weekly([75]), { into: session })).length).to.equal(1);
      expect(read(await trend([], { into: session }))).to.equal('Trust over time No sessions yet.');
    });

    it('drops them when it leaves the session, and gets no more of them', async () => {
      const session = await mount<AttuneSession>('attune-session', { properties: { earlier: [first] } });
      const widget = await trend(undefined, { into: session });
      (await place()).append(widget);
      await settled(widget);
      expect(read(widget)).to.equal('Trust over time No sessions yet.');
      session.append(widget);
      await settled(widget);
      expect(marks(widget).length).to.equal(1);
    });

    it('finds a session that is defined later', async () => {
      const home = document.createElement('late-session');
      (await place()).append(home);
      const widget = await trend(undefined, { into: home });
      (home as AttuneSession).earlier = [first];
      customElements.define('late-session', class extends AttuneSession {});
      await settled(home);
      await settled(widget);
      expect(marks(widget).length).to.equal(1);
    });

    it('shows a client their own answers, and reports what it cannot show', async () => {
      const errors = hear(document, 'attune-error');
      const session = await mount<AttuneSession>('attune-session', { properties: { earlier: [first, null] as never } });
      const widget = await trend(undefined, { into: session, attributes: { audience: 'client' } });
      expect(inside(widget, '[part=session]').length).to.equal(1);
      expect(reported(errors, 'bad-records')).to.equal('records[1] must have a response, a score or an instrument');
    });
  });

  describe('with 200 sessions', () => {
    const long = (): TrendRecord[] => weekly(Array.from({ length: 200 }, (_, i) => (i % 17 === 9 ? undefined : i % 25 === 20 ? 40 : 70 + (i % 5))));

    it('shows all of them, the latest findings, and the other findings in a disclosure', async () => {
      const widget = await trend(long());
      expect(marks(widget).length).to.equal(188);
      const flagged = inside(widget, '.plot .talk').length;
      expect(inside(widget, '[part=finding]').length).to.equal(3);
      await open(widget, `Earlier: ${flagged - 3}`);
      expect(inside(widget, '[part=finding]').length).to.equal(flagged);
      const days = texts(widget, '[part=finding] b').map((day) => Date.parse(day));
      expect(days).to.eql([...days].sort((a, b) => b - a));
      expect((await rows(widget)).length).to.equal(200);
    });

    it('fits a wide page without scrolling or overlapping labels', async () => {
      await setViewport({ width: 900, height: 700 });
      const home = await place();
      home.style.width = '800px';
      const widget = await trend(long(), { into: home });
      const { scrollWidth, clientWidth } = oneInside(widget, '[part=plot]');
      expect(scrollWidth).to.be.at.most(clientWidth);
      const boxes = inside(widget, '.plot text').map((label) => label.getBoundingClientRect());
      boxes.slice(1).forEach((box, i) => expect(box.left).to.be.above(boxes[i]!.right));
    });

    it('scrolls by keyboard on a narrow page, in a region with a name; the page does not scroll', async function () {
      this.timeout(30_000);
      const home = await place();
      home.style.width = '320px';
      const widget = await trend(long(), { into: home });
      const plot = oneInside(widget, '[part=plot]');
      expect(plot.scrollWidth).to.be.above(600);
      expect(home.scrollWidth).to.equal(320);
      expect([plot.getAttribute('role'), plot.getAttribute('aria-labelledby')]).to.eql(['region', 'title scale']);
      await expect(widget).to.be.accessible();
      plot.focus();
      focusIsOn(plot);
      await press('ArrowRight');
      await waitUntil(() => plot.scrollLeft > 0, 'it did not scroll');
    });
  });

  for (const width of [320, 577, 900]) {
    describe(`in a page of ${width} px`, () => {
      before(() => setViewport({ width: 960, height: 700 }));

      /** In px: the box of a line of text is higher than its letters. */
      const LETTER = 13;
      /** Expects that no visible label below the chart overlaps another or is cut off, and returns the labels. */
      async function daysOf(records: TrendRecord[], { lang = 'en', ...given }: Given & { lang?: string } = {}): Promise<string[]> {
        const home = await place();
        home.style.width = `${width}px`;
        home.lang = lang;
        const widget = await trend(records, { ...given, into: home });
        const frame = oneInside(widget, '[part=plot]');
        expect([frame.scrollWidth, frame.scrollHeight]).to.eql([frame.clientWidth, frame.clientHeight]);
        const { left, right } = frame.getBoundingClientRect();
        const labels = inside(widget, '.plot text').filter((label) => label.getBoundingClientRect().width);
        const boxes = labels.map((label) => label.getBoundingClientRect());
        for (const [i, one] of boxes.entries()) {
          const text = labels[i]!.textContent!;
          expect(one.left, text).to.be.at.least(left);
          expect(one.right, text).to.be.at.most(right);
          for (const [more, other] of boxes.slice(i + 1).entries()) {
            const isApart = other.left > one.right || one.left > other.right || Math.abs(other.top - one.top) >= LETTER;
            expect(isApart, `${text} in ${labels[i + more + 1]!.textContent}`).to.equal(true);
          }
        }
        widget.remove();
        return labels.map(({ textContent }) => textContent!).filter((text) => /\d{4}/.test(text));
      }
      const at = (...days: number[]): TrendRecord[] => days.map((day) => ({ date: dayAfter(day), score: scoreOf(70) }));

      it('has labels that do not overlap', async () => {
        for (const step of [1, 3, 5, 7, 11]) {
          expect((await daysOf([...weekly(eight), { date: dayAfter(step * 9), score: scoreOf(70, pulse) }])).length).to.be.above(1);
        }
      });

      // Of 11, 12, 13, 18 and 22 letters.
      for (const lang of ['en-GB', 'en', 'fr', 'pt', 'mn']) {
        it(`shows the first and the last day in ${lang}`, async () => {
          addLocale(lang, {});
          const day = (days: number): string => new Date(dayAfter(days)).toLocaleDateString(lang, { dateStyle: 'medium', timeZone: 'UTC' });
          for (const middle of [[], [28], [29, 31, 35, 48, 52], [42, 45, 49, 55, 58], [9, 11, 50], [24, 76], [10, 89, 91]]) {
            const days = await daysOf(at(0, ...middle, 100), { lang });
            expect([days[0], days.at(-1)]).to.eql([day(0), day(100)]);
          }
        });
      }

      it('cuts no label off if milestones surround the sessions, and always shows the last', async () => {
        const milestones = [0, 100].map((day) => ({ date: dayAfter(day), title: 'Then' }));
        for (const [first, last] of [[8, 92], [12, 85], [22, 70], [30, 62], [40, 46]] as const) {
          expect((await daysOf(at(first, last), { properties: { milestones } })).length).to.equal(last - first < 10 ? 1 : 2);
        }
      });
    });
  }

  it('runs in the direction of the page: from right to left, the numbers on the right', async () => {
    const home = await place();
    home.dir = 'rtl';
    home.lang = 'ar';
    const widget = await trend(weekly(eight), { into: home });
    const xs = marks(widget).map((mark) => middle(mark).x);
    expect(xs).to.eql([...xs].sort((a, b) => b - a));
    const axis = oneInside(widget, '.axis').getBoundingClientRect();
    expect(axis.left).to.be.above(oneInside(widget, '.plot').getBoundingClientRect().right - 1);
    (await place()).append(widget);
    await settled(widget);
    expect(middle(marks(widget)[0]!).x).to.be.below(middle(marks(widget)[7]!).x);
  });

  for (const lang of ['ar', 'he']) {
    const xOf = (part: Element | Range): number => {
      const { left, width } = part.getBoundingClientRect();
      return left + width / 2;
    };
    /** The x of the middle of a day in a text, as the person sees it. */
    const xOfDay = (root: Element, day: string): number => {
      const text = new Date(day).toLocaleDateString(lang, { dateStyle: 'medium', timeZone: 'UTC' });
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf(text);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        return xOf(range);
      }
      throw new Error(`no ${text} in ${root.textContent}`);
    };

    it(`in ${lang}: the first session is to the right of the last, and a milestone begins at the right with its number and day`, async () => {
      const home = await place();
      home.lang = lang;
      home.dir = 'rtl';
      const milestones = [{ date: '2026-02-12', title: 'Said it out loud' }];
      const widget = await trend(weekly(eight), { into: home, properties: { milestones } });
      const sentence = oneInside(widget, '[part=legend] li span');
      expect(xOfDay(sentence, '2026-02-02')).to.be.above(xOfDay(sentence, '2026-03-23'));
      const item = oneInside(widget, '[part=milestones] li');
      const title = document.createRange();
      const words = [...item.childNodes].find((node) => node.textContent!.includes('Said it out loud'))!;
      title.selectNode(words);
      const xs = [xOf(item.querySelector('b')!), xOfDay(item, '2026-02-12'), xOf(title)];
      expect(xs).to.eql([...xs].sort((a, b) => b - a));
    });
  }

  it('writes days and numbers in the language around it, or else in that of the browser', async () => {
    const home = await place();
    home.lang = 'de';
    const widget = await trend(weekly(eight), { into: home });
    expect(texts(widget, '[part=legend]')[0]).to.contain('02.02.2026 – 23.03.2026').and.to.contain('79,17');
    home.lang = 'no such language';
    const other = await trend(weekly(eight), { into: home });
    expect(marks(other).length).to.equal(8);
  });

  it('uses the host’s words', async () => {
    const widget = await trend(weekly(eight), { properties: { strings: { 'trend.title': 'Vertrauen', 'trend.talk': 'Darüber reden' } } });
    expect(texts(widget, 'h2')).to.eql(['Vertrauen']);
    expect(texts(widget, 'h3')).to.eql(['Darüber reden']);
  });

  for (const scheme of ['light', 'dark']) {
    it(`has words with a contrast of 4.5 to 1 on a ${scheme} page`, async () => {
      const home = await place();
      home.style.colorScheme = scheme;
      const widget = await trend(weekly(eight), { into: home });
      await rows(widget);
      const words = inside<HTMLElement>(widget, 'h2, h3, p, li, summary, dt, dd, td, th, caption');
      expect(words.map((part) => [contrast(part, 'color') >= 4.5, part.localName]).filter(([is]) => !is)).to.eql([]);
    });
  }

  it('hides clicks from scripts on the page', async () => {
    const widget = await trend(weekly(eight));
    const paths: EventTarget[] = [];
    const note = (event: Event): void => void paths.push(event.composedPath()[0]!);
    document.addEventListener('click', note);
    await click(oneInside(widget, 'summary'));
    document.removeEventListener('click', note);
    expect(paths).to.eql([widget]);
  });

  it('uses only the person’s colours in forced colours, also for the edges of the range of error', async () => {
    const norms = { sd: 14, reliability: 0.88, source: 'Clinic sample 2025', instrument: 'trust-12' };
    const widget = await trend([...weekly([75, undefined, 60]), ...weekly([70, 70, 60], { ...session, version: '2.0.0' })], { properties: { norms } });
    // No engine here can emulate forced colours: the test puts their rules last, where they would apply.
    const sheets = widget.shadowRoot!.adoptedStyleSheets;
    const forced = new CSSStyleSheet();
    for (const rule of sheets.flatMap(({ cssRules }) => [...cssRules])) {
      if (rule instanceof CSSMediaRule && /forced-colors/.test(rule.conditionText)) {
        for (const { cssText } of rule.cssRules) forced.insertRule(cssText, forced.cssRules.length);
      }
    }
    widget.shadowRoot!.adoptedStyleSheets = [...sheets, forced];
    const home = await place();
    home.style.color = 'CanvasText';
    const { color } = getComputedStyle(home);
    const painted = (selector: string, paint: 'stroke' | 'fill'): string[] => [...new Set(inside(widget, `.plot ${selector}`).map((part) => getComputedStyle(part)[paint]))];
    for (const part of ['.band', '.line', '.gap']) expect(painted(part, 'stroke'), part).to.eql([color]);
    for (const part of ['text', 'rect']) expect(painted(part, 'fill'), part).to.eql([color]);
  });

  describe('on paper', () => {
    const print = (when: 'beforeprint' | 'afterprint'): boolean => window.dispatchEvent(new Event(when));
    const many = weekly([...eight, ...eight, ...eight, ...eight]);

    it('prints everything: formulas, earlier findings and the table', async () => {
      const widget = await trend(many);
      print('beforeprint');
      // A browser prints what is rendered at the end of the event.
      expect(inside(widget, 'tbody tr').length).to.equal(32);
      const flagged = inside(widget, '.plot .talk').length;
      expect(flagged).to.be.above(3);
      expect(inside(widget, '[part=finding]').length).to.equal(flagged);
      expect(inside(widget, 'details').length).to.equal(flagged + 2);
      expect(inside(widget, 'details:not([open])').length).to.equal(0);
      print('afterprint');
    });

    it('closes afterwards exactly the disclosures that were closed', async () => {
      const widget = await trend(many);
      const finding = await open(widget, texts(widget, '[part=finding] b')[0]!);
      // A browser may ask twice, as for a preview.
      for (const when of ['beforeprint', 'beforeprint', 'afterprint'] as const) print(when);
      await settled(widget);
      expect(inside(widget, 'details[open]')).to.eql([finding]);
      await rows(widget);
      print('beforeprint');
      expect(inside(widget, 'details:not([open])').length).to.equal(0);
      print('afterprint');
      expect(inside<HTMLDetailsElement>(widget, 'details[open]').map((details) => details.getAttribute('part'))).to.eql(['finding', 'more']);
    });

    it('prints what the host set just before', async () => {
      const widget = await trend(weekly([75]));
      widget.records = weekly(eight);
      print('beforeprint');
      expect(inside(widget, 'tbody tr').length).to.equal(8);
      print('afterprint');
    });

    it('does nothing in an element that was removed', async () => {
      const widget = await trend(many);
      widget.remove();
      print('beforeprint');
      print('afterprint');
      expect(inside(widget, 'table').length).to.equal(0);
      (await place()).append(widget);
      await settled(widget);
      print('beforeprint');
      expect(inside(widget, 'table').length).to.equal(1);
      print('afterprint');
    });
  });

  if (isChromium) {
    it('breaks pages between the rows of a table, never after its caption and head nor inside a finding', async () => {
      await emulateMedia({ media: 'print' });
      const widget = await trend(weekly(eight));
      await rows(widget);
      const breaks = (selector: string): string[] =>
        inside(widget, selector).slice(0, 1).flatMap((part) => [getComputedStyle(part).breakInside, getComputedStyle(part).breakAfter]);
      const all = ['[part=more]', 'summary', 'caption', 'thead', 'tbody tr', '[part=finding]', 'h3'].map((selector) => [selector, ...breaks(selector)]);
      await emulateMedia({ media: 'screen' });
      expect(all).to.eql([
        ['[part=more]', 'auto', 'auto'],
        ['summary', 'auto', 'avoid'],
        ['caption', 'auto', 'avoid'],
        ['thead', 'avoid', 'avoid'],
        ['tbody tr', 'avoid', 'auto'],
        ['[part=finding]', 'avoid', 'auto'],
        ['h3', 'auto', 'avoid'],
      ]);
      expect(inside(widget, 'thead th').length).to.equal(4);
    });

    it('fits the width of a sheet of paper', async () => {
      await setViewport({ width: 718, height: 1000 });
      await emulateMedia({ media: 'print' });
      const widget = await trend(weekly(Array<number>(400).fill(70)));
      const { scrollWidth, clientWidth } = oneInside(widget, '[part=plot]');
      await emulateMedia({ media: 'screen' });
      expect(scrollWidth).to.be.at.most(clientWidth);
    });
  }
});

describe('<attune-trust-trend> for a client', () => {
  const client = (records: unknown, properties: Partial<AttuneTrustTrend> = {}, attributes: Record<string, string> = {}): Promise<AttuneTrustTrend> =>
    mount<AttuneTrustTrend>(tag, { attributes, properties: { records, ...properties } as never, children: '' });
  const known = responseOf('a', [5, 5, 5, 5, 5, 1, 1, 5, 1, 5, 1, 1]);

  it('is the default', async () => {
    const widget = await client([{ response: known }]);
    expect(widget.audience).to.equal('client');
    expect(read(widget)).to.equal(
      "What you answered Mar 14, 2026 After today's session 9 of your answers lean towards trust, 0 are in between, 3 lean away. " +
        'This is a talking tool. It is not a test. It does not compare you with other people, and it does not say how well therapy will work.',
    );
    await expect(widget).to.be.accessible();
  });

  it('shows no score, chart, table or finding, whatever the host gives with it', async () => {
    const records = weekly(eight).map(({ date, score }, i) => ({ date, score, response: { ...known, id: String(i) } }));
    const widget = await client(records, { norms: { sd: 14, reliability: 0.9, source: 'x' } });
    expect(inside(widget, 'svg, table, details').length).to.equal(0);
    expect(inside(widget, '[part=session]').length).to.equal(8);
    expect(read(widget)).not.to.match(/\d\d\.\d|75|conversation|below|mean|score/i);
  });

  it('shows words also if the answers have no summary', async () => {
    const few = responseOf('b', [5, 4], { completedAt: '2026-03-15T09:00:00Z' });
    const same = responseOf('c', Array<number>(12).fill(5), { completedAt: '2026-03-16T09:00:00Z' });
    const widget = await client([{ response: few }, { response: same }]);
    expect(texts(widget, '[part=session] dd')).to.eql([
      'There were not enough answers to make a summary. That is fine. Your answers can still help you talk.',
      'Your answers do not make a clear summary. They can still help you talk.',
    ]);
  });

  it('shows the person’s milestones among the sessions, by day', async () => {
    const widget = await client([{ response: known }], { milestones: [{ date: '2026-03-01', title: 'Said it out loud' }] });
    expect(texts(widget, '[part=session]')).to.eql([
      'Mar 1, 2026 Milestone Said it out loud',
      "Mar 14, 2026 After today's session 9 of your answers lean towards trust, 0 are in between, 3 lean away.",
    ]);
  });

  it('hides responses of others, forms for clinicians and scores without a response, and reports them', async () => {
    registerInstrument(mistrust);
    const errors = hear(document, 'attune-error');
    const observed = {
      ...known,
      id: 'c',
      instrument: { id: mistrust.id, version: mistrust.version, options: {} },
      answers: [{ item: 'm1', state: 'answered', values: ['seen'] }],
    };
    const widget = await client([
      { response: { ...known, id: 'b', author: 'therapist' } },
      { response: observed },
      { score: scoreOf(50), date: dayAfter(0) },
    ]);
    expect(read(widget)).to.equal('What you answered No session that can be shown here.');
    expect(reported(errors, 'bad-records')).to.equal('3 not shown: a client sees their own responses only');
  });

  it('shows nothing for sessions after which nothing was sent', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await client([{ response: known }, { date: dayAfter(50), instrument: formOf(session) }]);
    expect(inside(widget, '[part=session]').length).to.equal(1);
    expect(errors).to.eql([]);
    expect(read(await client([{ date: dayAfter(50), instrument: formOf(session) }]))).to.equal('What you answered No session that can be shown here.');
  });

  it('treats an unknown audience as client', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await client([{ response: known }], {}, { audience: 'Clinician', axis: 'time' });
    expect(inside(widget, 'svg').length).to.equal(0);
    expect(reported(errors, 'bad-attribute')).to.equal('audience: Must be one of client, clinician | axis: Must be one of date, order');
  });
});

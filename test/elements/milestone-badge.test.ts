import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/define/milestone-badge.ts';
import { ART } from '../../src/elements/milestone-badge/art.ts';
import type { AttuneMilestoneBadge } from '../../src/elements/milestone-badge/milestone-badge.ts';
import type { AttuneErrorEvent } from '../../src/events/error-event.ts';
import type { AttuneMilestoneEvent, MilestoneDetail } from '../../src/events/milestone-event.ts';
import { milestones } from '../../src/instruments/milestones.ts';
import '../../src/locales/de.ts';
import { badgeMessages } from '../../src/elements/milestone-badge/badge-messages.ts';
import { elementContract } from '../contract/element-contract.ts';
import { hear, lacks } from './fixtures/host.ts';
import { today } from './fixtures/today.ts';

type Badge = AttuneMilestoneBadge;

const content = milestones.words as Record<string, string>;
const words = { ...badgeMessages, ...badgeMessages.badge };
const items = milestones.items as { id: string; text: string; help: string }[];

const find = <E extends HTMLElement>(badge: Badge, selector: string): E | null => badge.shadowRoot!.querySelector<E>(selector);
const must = <E extends HTMLElement = HTMLElement>(badge: Badge, selector: string): E => {
  const found = find<E>(badge, selector);
  if (!found) throw new Error(`No ${selector} in: ${badge.shadowRoot!.textContent}`);
  return found;
};
/** All text of the badge. */
const textOf = (badge: Badge): string => badge.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim();
const status = (badge: Badge): string => must(badge, '[role=status]').textContent!.trim();
const kept = (badge: Badge): string | undefined => find(badge, '[part=kept]')?.textContent?.trim();
const focused = (badge: Badge): string | undefined => badge.shadowRoot!.activeElement?.id;
/** The lines of the drawing that is shown, without the filled shape. */
const drawingOf = (badge: Badge): string =>
  [...badge.shadowRoot!.querySelectorAll('figure path:not(.pebble)')].map((path) => path.getAttribute('d')).join();
const attributes = (badge: Badge): string => badge.getAttributeNames().map((name) => `${name}=${badge.getAttribute(name)}`).join();

const settled = async (badge: Badge): Promise<void> => {
  await nextFrame();
  await badge.updateComplete;
};
const press = async (badge: Badge, action: string): Promise<void> => {
  const button = must(badge, `#${action}`);
  const more = button.closest('details');
  if (more && !more.open) must(badge, 'summary').click();
  button.click();
  await settled(badge);
};

/** A host that settles each promise separately. */
function host(badge: Badge) {
  const details: MilestoneDetail[] = [];
  const open: { keep: () => Promise<void>; refuse: (reason?: unknown) => Promise<void> }[] = [];
  badge.addEventListener('attune-milestone', (event) => {
    details.push(event.detail);
    event.waitUntil(
      new Promise<void>((resolve, reject) => {
        open.push({
          keep: () => (resolve(), settled(badge)),
          refuse: (reason = new Error('The server is away')) => (reject(reason), settled(badge)),
        });
      }),
    );
  });
  return { details, open, keep: () => open.at(-1)!.keep(), refuse: (reason?: unknown) => open.at(-1)!.refuse(reason) };
}

const errors = (badge: Badge): string[] => {
  const codes: string[] = [];
  badge.addEventListener('attune-error', (event: AttuneErrorEvent) => codes.push(event.detail.code));
  return codes;
};

const marked = (more: Partial<Badge> = {}): Promise<Badge> =>
  fixture<Badge>(html`<attune-milestone-badge
    badge-id="b1"
    milestone=${more.milestone ?? 'said-no'}
    date=${more.date ?? '2026-03-02'}
    kept=${more.kept ?? 'clinic'}
    ?shared=${more.shared ?? false}
    ?put-away=${more.putAway ?? false}
    .text=${more.text}
    .note=${more.note}
  ></attune-milestone-badge>`);
const blank = (milestone = 'first-step'): Promise<Badge> =>
  fixture<Badge>(html`<attune-milestone-badge milestone=${milestone} kept="clinic"></attune-milestone-badge>`);

const wish = async (reducedMotion: 'reduce' | 'no-preference'): Promise<void> => {
  if (/Chrome/.test(navigator.userAgent)) await emulateMedia({ reducedMotion });
};

elementContract({
  tag: 'attune-milestone-badge',
  attributes: { milestone: 'said-no', date: '2026-03-02', kept: 'clinic' },
  property: { name: 'note', value: 'It was enough.', shows: 'It was enough.' },
  act: async (widget) => {
    const badge = widget as Badge;
    const { keep } = host(badge);
    await press(badge, 'word');
    must<HTMLTextAreaElement>(badge, 'textarea').value = 'Mine';
    await press(badge, 'save');
    await keep();
    await press(badge, 'share');
    await keep();
  },
});

describe('attune-milestone-badge', () => {
  describe('shows a milestone', () => {
    it('as a figure named by its title, with its date, its meaning and the person’s own words', async () => {
      const badge = await marked({ note: 'It was enough.' });
      const figure = must(badge, 'figure');
      expect(must(badge, `#${figure.getAttribute('aria-labelledby')}`).textContent!.trim()).to.equal('Said no');
      expect(must<HTMLTimeElement>(badge, 'time').dateTime).to.equal('2026-03-02');
      expect(must(badge, '[part=text]').textContent).to.equal('You turned something down.');
      expect(must(badge, '[part=note]').textContent).to.equal('It was enough.');
      await expect(badge).to.be.accessible();
    });

    it('with the person’s words beside their line, whatever the direction of words and page', async () => {
      for (const dir of ['ltr', 'rtl']) {
        for (const [note, isRtl] of [['It was enough.', false], ['كان ذلك كافيًا.', true]] as const) {
          const badge = await marked({ note });
          badge.dir = dir;
          const element = must(badge, '[part=note]');
          const words = document.createRange();
          words.selectNodeContents(element);
          const [line, text] = [element.getBoundingClientRect(), words.getBoundingClientRect()];
          expect(isRtl ? line.right - text.right : text.left - line.left, `${note} ${dir}`).to.be.within(1, 20);
        }
      }
    });

    it('with a drawing for each of the seventeen, hidden from assistive technology', async () => {
      for (const { id, text } of items) {
        const badge = await marked({ milestone: id });
        const svg = badge.shadowRoot!.querySelector('svg')!;
        expect(svg.getAttribute('aria-hidden'), id).to.equal('true');
        expect([...svg.querySelectorAll('path')].every((path) => path.getAttribute('d')), id).to.be.true;
        expect(must(badge, '#title').textContent!.trim()).to.equal(text);
      }
    });

    it('in one of three sizes, and with one of three drawings for a milestone of the person’s own', async () => {
      const badge = await marked({ milestone: 'custom', text: 'Called my sister' });
      expect(must(badge, '#title').textContent!.trim()).to.equal('Called my sister');
      const drawing = (): string => [...badge.shadowRoot!.querySelectorAll('path')].map((path) => path.getAttribute('d')).join();
      const first = drawing();
      badge.setAttribute('motif', '3');
      badge.setAttribute('size', '160');
      await badge.updateComplete;
      expect(drawing()).not.to.equal(first);
      expect(badge.shadowRoot!.querySelector('svg')!.getBoundingClientRect().width).to.equal(160);
    });

    it('without a drawing or an empty place for one, while it is not marked', async () => {
      const badge = await blank();
      expect(badge.shadowRoot!.querySelector('svg')).to.equal(null);
      expect(must(badge, '#mark').textContent!.trim()).to.equal(content.mark);
      await expect(badge).to.be.accessible();
    });

    it('with the date in the language around it', async () => {
      const page = await fixture(html`<div lang="de">
        <attune-milestone-badge milestone="asked" date="2026-03-02" kept="clinic"></attune-milestone-badge>
      </div>`);
      const badge = page.querySelector('attune-milestone-badge')!;
      expect(must(badge, 'time').textContent).to.equal('2. März 2026');
    });

    it('with a heading of the level that the host gives', async () => {
      const badge = await marked();
      badge.setAttribute('heading-level', '5');
      await badge.updateComplete;
      expect(must(badge, '#title').getAttribute('aria-level')).to.equal('5');
    });

    it('with the host’s own interface words', async () => {
      const badge = await blank();
      badge.strings = { 'badge.mark': 'Festhalten', 'badge.clinic': 'Im Konto der Praxis.' };
      await badge.updateComplete;
      expect(must(badge, '#mark').textContent!.trim()).to.equal('Festhalten');
      badge.date = today();
      await badge.updateComplete;
      expect(kept(badge)).to.equal('Im Konto der Praxis.');
    });

    it('with a sentence about where it is stored, word for word', async () => {
      expect(kept(await marked({ kept: 'clinic' }))).to.equal('Kept in your clinic account. Not shown to your therapist.');
      expect(kept(await marked({ kept: 'device' }))).to.equal('Kept on this device. Not sent to your therapist.');
      expect(kept(await marked({ shared: true }))).to.equal('Your therapist can see this.');
      expect(`${words.unshare}. ${words.unshareNote}`).to.equal(content.stop);
    });

    it('without that sentence before it is marked, and after marking failed', async () => {
      for (const milestone of ['first-step', 'custom']) {
        const badge = await blank(milestone);
        const { keep, refuse } = host(badge);
        expect(kept(badge)).to.equal(undefined);
        await press(badge, 'mark');
        if (milestone === 'custom') await press(badge, 'save');
        expect(kept(badge)).to.equal(undefined);
        await refuse();
        expect(status(badge)).to.equal(words.notSaved);
        expect(kept(badge)).to.equal(undefined);
        await press(badge, milestone === 'custom' ? 'save' : 'retry');
        await keep();
        expect(kept(badge)).to.equal(content.clinic);
      }
    });

    it('without a way to share a milestone that is stored on the device', async () => {
      const badge = await marked({ kept: 'device' });
      expect(find(badge, '#share')).to.equal(null);
      expect(textOf(badge)).not.to.contain(content.share);
    });

    it('without counts, ranks or rewards', async () => {
      const badge = await marked({ milestone: 'came-back', note: '' });
      expect(textOf(badge)).not.to.match(/point|level|streak|badge|earned|unlocked|congrat|%|\d+ of/i);
    });

    it('on a narrow page without horizontal scrolling', async () => {
      await setViewport({ width: 450, height: 600 });
      const frame = await fixture<HTMLElement>(html`<div style="inline-size: 320px">
        <attune-milestone-badge milestone="chose-path" date="2026-03-02" kept="clinic" size="160" note=${'long'.repeat(60)}></attune-milestone-badge>
      </div>`);
      expect(frame.scrollWidth).to.equal(320);
    });
  });

  describe('in colours', () => {
    const luminance = (colour: string): number => {
      const [r, g, b] = colour.match(/\d+/g)!.map((part) => {
        const share = Number(part) / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };

    for (const scheme of ['light', 'dark']) {
      it(`have lines with enough contrast to the filled shape, on a ${scheme} page`, async () => {
        for (const milestone of ['first-step', 'said-it', 'set-limit', 'repair']) {
          const badge = await marked({ milestone });
          badge.style.colorScheme = scheme;
          const { stroke } = getComputedStyle(badge.shadowRoot!.querySelector('svg')!);
          const { fill } = getComputedStyle(badge.shadowRoot!.querySelector('.pebble')!);
          const [low, high] = [luminance(stroke), luminance(fill)].sort((a, b) => a - b);
          expect((high! + 0.05) / (low! + 0.05), `${milestone}: ${stroke} on ${fill}`).to.be.at.least(5);
          expect(luminance(fill) > luminance(stroke), milestone).to.equal(scheme === 'light');
        }
      });
    }

    it('of the host, if the host sets them', async () => {
      const badge = await marked();
      badge.style.setProperty('--attune-stamp-ink', 'rgb(1, 2, 3)');
      badge.style.setProperty('--attune-stamp-tint', 'rgb(250, 251, 252)');
      expect(getComputedStyle(badge.shadowRoot!.querySelector('svg')!).stroke).to.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(badge.shadowRoot!.querySelector('.pebble')!).fill).to.equal('rgb(250, 251, 252)');
    });

    it('of the system in forced colours, as lines without a fill', async () => {
      // No engine here can emulate forced colours, so the test reads the rule.
      const badge = await marked();
      const forced = badge.shadowRoot!.adoptedStyleSheets
        .flatMap((sheet) => [...sheet.cssRules])
        .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && /forced-colors/.test(rule.conditionText))
        .flatMap((rule) => [...rule.cssRules] as CSSStyleRule[])
        .find(({ selectorText }) => /\.pebble/.test(selectorText))!;
      expect(forced.selectorText).to.contain('svg');
      expect([forced.style.fill, forced.style.stroke.toLowerCase()]).to.deep.equal(['none', 'canvastext']);
    });
  });

  describe('marks', () => {
    it('with today’s date of this device, and shows the date when the host has saved it', async () => {
      const badge = await blank();
      const { details, keep } = host(badge);
      const before = attributes(badge);
      await press(badge, 'mark');
      expect(details).to.have.length(1);
      expect(details[0]).to.deep.include({ milestone: 'first-step', date: today(), action: 'mark' });
      expect(details[0]).not.to.have.any.keys('text', 'note');
      expect(status(badge)).to.equal(words.saving);
      expect(badge.shadowRoot!.querySelector('svg')).to.equal(null);
      await keep();
      expect(badge.shadowRoot!.querySelector('svg')).not.to.equal(null);
      expect(must<HTMLTimeElement>(badge, 'time').dateTime).to.equal(today());
      expect(status(badge)).to.equal('Saved.');
      expect(attributes(badge)).to.equal(before);
    });

    it('and draws the horizon once, only then', async () => {
      const still = await marked();
      expect(still.shadowRoot!.getAnimations()).to.have.length(0);
      const badge = await blank();
      const { keep } = host(badge);
      await press(badge, 'mark');
      await keep();
      const [drawing] = must(badge, 'figure').getAnimations({ subtree: true });
      expect(drawing!.effect!.getTiming().duration).to.equal(600);
      drawing!.finish();
      await drawing!.finished;
      await settled(badge);
      await press(badge, 'put-away');
      await keep();
      await press(badge, 'bring-back');
      await keep();
      expect(must(badge, 'figure').getAnimations({ subtree: true })).to.have.length(0);
    });

    it('and keeps the new drawing and the next control in sight', async () => {
      await setViewport({ width: 500, height: 500 });
      const page = await fixture<HTMLElement>(html`<div>
        <div class="above"></div>
        <attune-milestone-badge milestone="asked" kept="clinic"></attune-milestone-badge>
        <div class="below"></div>
      </div>`);
      const badge = page.querySelector('attune-milestone-badge')!;
      for (const space of page.querySelectorAll<HTMLElement>('div')) space.style.blockSize = '2000px';
      must(badge, '#mark').scrollIntoView({ block: 'end' });
      const { keep } = host(badge);
      await press(badge, 'mark');
      await keep();
      expect(focused(badge)).to.equal('more');
      expect(must(badge, '[part=art]').getBoundingClientRect().top).to.be.at.least(0);
      expect(must(badge, '#more').getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    });

    it('without motion under reduced motion', async () => {
      // Only Chromium can emulate it. In the other engines the motion runs, and no style animates.
      await wish('reduce');
      const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
      expect(reduced).to.equal(/Chrome/.test(navigator.userAgent));
      const badge = await blank();
      const { keep } = host(badge);
      await press(badge, 'mark');
      await keep();
      expect(must(badge, 'figure').getAnimations({ subtree: true })).to.have.length(reduced ? 0 : 1);
      const rules = badge.shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
      expect(rules.filter((rule) => rule instanceof CSSStyleRule && rule.style.animationName)).to.deep.equal([]);
      await wish('no-preference');
    });

    it('without motion in every engine that reports the wish for less motion', async () => {
      const real = window.matchMedia;
      window.matchMedia = (query) => real.call(window, /reduced-motion: reduce/.test(query) ? 'all' : query);
      try {
        const badge = await blank();
        const { keep } = host(badge);
        await press(badge, 'mark');
        await keep();
        expect(must(badge, 'figure').getAnimations({ subtree: true })).to.have.length(0);
      } finally {
        window.matchMedia = real;
      }
    });

    it('a milestone of the person’s own with its title and words', async () => {
      const badge = await blank('custom');
      const { details, keep } = host(badge);
      await press(badge, 'mark');
      expect(details).to.have.length(0);
      expect(focused(badge)).to.equal('text');
      await sendKeys({ type: 'Called my sister' });
      must<HTMLTextAreaElement>(badge, '#note').value = 'We talked for an hour.';
      await press(badge, 'save');
      expect(details[0]).to.deep.include({
        milestone: 'custom', text: 'Called my sister', note: 'We talked for an hour.', action: 'mark',
      });
      await keep();
      expect(must(badge, '#title').textContent!.trim()).to.equal('Called my sister');
      expect(must(badge, '[part=note]').textContent).to.equal('We talked for an hour.');
    });

    it('a milestone of the person’s own with one of three drawings', async () => {
      const badge = await blank('custom');
      const { details, keep } = host(badge);
      await press(badge, 'mark');
      const radios = [...badge.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=radio]')];
      expect(radios.map(({ labels }) => labels![0]!.textContent!.trim())).to.deep.equal(['Stone', 'Leaf', 'Shell']);
      expect(radios.map(({ checked }) => checked)).to.deep.equal([true, false, false]);
      expect(must(badge, 'fieldset legend').textContent).to.equal('Drawing');
      await expect(badge).to.be.accessible();
      radios[0]!.focus();
      await sendKeys({ press: 'ArrowDown' });
      await press(badge, 'save');
      expect(details[0]).to.deep.include({ milestone: 'custom', motif: 2, action: 'mark' });
      await keep();
      expect(drawingOf(badge)).to.equal(ART['custom-2']!.join());
      await press(badge, 'word');
      expect(must<HTMLInputElement>(badge, ':checked').value).to.equal('2');
      must<HTMLInputElement>(badge, '[value="3"]').click();
      await press(badge, 'save');
      expect(details[1]).to.deep.include({ motif: 3, action: 'word' });
      expect(drawingOf(badge), 'not before the host has it').to.equal(ART['custom-2']!.join());
      await keep();
      expect(drawingOf(badge)).to.equal(ART['custom-3']!.join());
      badge.motif = 1;
      await badge.updateComplete;
      expect(drawingOf(badge), 'the host has the last word').to.equal(ART['custom-1']!.join());
    });

    it('and sends no drawing for other milestones, and nothing if nothing was changed', async () => {
      const own = await marked({ milestone: 'custom' });
      const { details } = host(own);
      own.motif = 3;
      await own.updateComplete;
      await press(own, 'word');
      await press(own, 'save');
      expect(details).to.have.length(0);
      await press(own, 'put-away');
      expect(details[0]).to.include({ motif: 3 });
      const other = await marked();
      const others = host(other);
      await press(other, 'put-away');
      expect(others.details[0]).not.to.have.property('motif');
    });
  });

  describe('accepts the person’s own words', () => {
    it('without a note about readers if only the person sees them', async () => {
      const badge = await marked();
      await press(badge, 'word');
      expect(badge.shadowRoot!.textContent).not.to.contain('read right away');
      await expect(badge).to.be.accessible();
    });

    it('with a note that they are not read right away if the milestone is shared', async () => {
      const badge = await marked({ shared: true });
      await press(badge, 'word');
      const area = must<HTMLTextAreaElement>(badge, 'textarea');
      expect(area.labels![0]!.textContent).to.equal(content.words);
      expect(must(badge, `#${area.getAttribute('aria-describedby')}`).textContent).to.equal('Not read right away.');
      await expect(badge).to.be.accessible();
    });

    it('and sends them when the person saves; blank words are left out', async () => {
      const badge = await marked({ note: 'Before' });
      const { details, keep } = host(badge);
      await press(badge, 'word');
      must<HTMLTextAreaElement>(badge, 'textarea').value = 'After';
      await press(badge, 'save');
      expect(details[0]).to.deep.equal({ id: 'b1', milestone: 'said-no', date: '2026-03-02', note: 'After', action: 'word' });
      await keep();
      expect(must(badge, '[part=note]').textContent).to.equal('After');
      await press(badge, 'word');
      must<HTMLTextAreaElement>(badge, 'textarea').value = '  ';
      await press(badge, 'save');
      expect(details[1]).not.to.have.property('note');
      await keep();
      expect(find(badge, '[part=note]')).to.equal(null);
    });

    it('and sends nothing if nothing was changed, or on cancel', async () => {
      const badge = await marked({ note: 'Before' });
      const { details } = host(badge);
      await press(badge, 'word');
      await press(badge, 'save');
      await press(badge, 'word');
      must<HTMLTextAreaElement>(badge, 'textarea').value = 'Not this';
      await press(badge, 'cancel');
      expect(details).to.have.length(0);
      expect(must(badge, '[part=note]').textContent).to.equal('Before');
    });

    it('and never cuts long text: it shows an error at the field', async () => {
      const badge = await marked({ milestone: 'custom' });
      const { details } = host(badge);
      await press(badge, 'word');
      const area = must<HTMLTextAreaElement>(badge, 'textarea');
      area.value = 'x'.repeat(281);
      await press(badge, 'save');
      expect(details).to.have.length(0);
      expect(area.value).to.have.length(281);
      expect(area.getAttribute('aria-invalid')).to.equal('true');
      expect(must(badge, '#error').textContent).to.equal('Use at most 280 characters.');
      expect(area.getAttribute('aria-describedby')).to.match(/^error/);
      expect(focused(badge)).to.equal('note');
      await expect(badge).to.be.accessible();
      area.value = 'x'.repeat(280);
      await press(badge, 'save');
      expect(details).to.have.length(1);
    });

    it('and does not replace them while the person types and the host sets other words', async () => {
      const badge = await marked({ note: 'Before' });
      await press(badge, 'word');
      must<HTMLTextAreaElement>(badge, 'textarea').value = 'Being typed';
      badge.note = 'From elsewhere';
      await badge.updateComplete;
      expect(must<HTMLTextAreaElement>(badge, 'textarea').value).to.equal('Being typed');
    });

    it('and is `editing` while the fields are open', async () => {
      const badge = await marked();
      const { refuse, keep } = host(badge);
      const seen: boolean[] = [badge.editing];
      await press(badge, 'word');
      seen.push(badge.editing);
      await press(badge, 'cancel');
      seen.push(badge.editing);
      await press(badge, 'word');
      must<HTMLTextAreaElement>(badge, 'textarea').value = 'Mine';
      await press(badge, 'save');
      await refuse();
      seen.push(badge.editing);
      await press(badge, 'save');
      await keep();
      seen.push(badge.editing);
      expect(seen).to.deep.equal([false, true, false, true, false]);
      await press(badge, 'word');
      badge.badgeId = 'another';
      await badge.updateComplete;
      expect(badge.editing).to.equal(false);
    });
  });

  describe('"shared" is never untrue', () => {
    it('appears when the host has confirmed it; until then the badge says neither', async () => {
      const badge = await marked();
      const { details, keep } = host(badge);
      await press(badge, 'share');
      expect(details[0]!.action).to.equal('share');
      expect(kept(badge)).to.equal(undefined);
      await lacks(badge, 'shared');
      await keep();
      expect(kept(badge)).to.equal(content.shared);
      expect(badge.matches(':state(shared)')).to.be.true;
      expect(badge.shared).to.be.false;
      await press(badge, 'unshare');
      expect(kept(badge)).to.equal(undefined);
      await keep();
      expect(kept(badge)).to.equal(content.clinic);
    });

    it('does not change when the host refuses', async () => {
      const badge = await marked();
      const { refuse, keep } = host(badge);
      const codes = errors(badge);
      await press(badge, 'share');
      await refuse();
      expect(kept(badge)).to.equal(content.clinic);
      expect(status(badge)).to.equal(words.notSaved);
      expect(codes).to.deep.equal(['save-failed']);
      await press(badge, 'retry');
      await keep();
      await press(badge, 'unshare');
      await refuse();
      expect(kept(badge)).to.equal(content.shared);
    });

    it('is unknown when no listener takes the change', async () => {
      const badge = await marked();
      await press(badge, 'share');
      expect(textOf(badge)).not.to.contain(content.shared).and.not.to.contain(content.clinic);
      expect(status(badge)).to.equal(words.unconfirmed);
      // And stays so after a later change that is confirmed.
      const { keep } = host(badge);
      await press(badge, 'put-away');
      await keep();
      expect(kept(badge)).to.equal(words.unconfirmed);
      badge.shared = true;
      await badge.updateComplete;
      expect(kept(badge)).to.equal(content.shared);
    });

    it('is not denied when no listener takes the end of sharing, or the removal', async () => {
      for (const action of ['unshare', 'remove']) {
        const badge = await marked({ shared: true });
        await press(badge, action);
        if (action === 'remove') await press(badge, 'remove');
        expect(textOf(badge), action).not.to.contain(content.clinic);
        expect(find(badge, '[part=removed]'), action).to.equal(null);
        expect(status(badge), action).to.equal(words.unconfirmed);
      }
    });

    it('is shown also for a milestone that the host says is on the device and shared', async () => {
      const badge = await marked({ kept: 'device', shared: true });
      expect(textOf(badge)).to.contain(content.shared).and.not.to.contain(content.device);
      expect(find(badge, '#unshare')).not.to.equal(null);
    });

    it('follows the host at once, also when the host sets the earlier value again', async () => {
      const badge = await marked();
      const { keep } = host(badge);
      await press(badge, 'share');
      await keep();
      expect(kept(badge)).to.equal(content.shared);
      badge.shared = false;
      await badge.updateComplete;
      expect(kept(badge)).to.equal(content.clinic);
    });

    it('shows a value that the host sets during a change, not the change', async () => {
      const badge = await marked();
      badge.addEventListener('attune-milestone', (event) => {
        event.waitUntil(Promise.resolve().then(() => (badge.shared = false)));
      });
      await press(badge, 'share');
      expect(kept(badge)).to.equal(content.clinic);
    });

    it('has a note that the therapist may have seen it, before the person stops sharing', async () => {
      const badge = await marked({ shared: true });
      must(badge, 'summary').click();
      expect(must(badge, '#unshare').textContent!.trim()).to.equal('Stop sharing');
      expect(must(badge, 'details').textContent).to.contain('Your therapist may have seen it already.');
    });
  });

  describe('puts away, brings back, removes', () => {
    it('hides the drawing and the words behind one button, and shows them again', async () => {
      const badge = await marked({ note: 'Mine', shared: true });
      const { details, keep } = host(badge);
      await press(badge, 'put-away');
      await keep();
      expect(badge.shadowRoot!.querySelector('svg')).to.equal(null);
      expect(textOf(badge)).not.to.contain('Mine');
      expect(badge.shadowRoot!.querySelectorAll('button')).to.have.length(1);
      expect(must(badge, '#bring-back').textContent!.trim()).to.equal('Show');
      expect(kept(badge), 'what is shared is still shared').to.equal(content.shared);
      expect(badge.matches(':state(put-away)')).to.be.true;
      await expect(badge).to.be.accessible();
      await press(badge, 'bring-back');
      await keep();
      expect(must(badge, '[part=note]').textContent).to.equal('Mine');
      expect(details.map(({ action }) => action)).to.deep.equal(['put-away', 'bring-back']);
    });

    it('removes only after a question', async () => {
      const badge = await marked();
      const { details, keep } = host(badge);
      await press(badge, 'remove');
      expect(details).to.have.length(0);
      expect(focused(badge)).to.equal('cancel');
      await expect(badge).to.be.accessible();
      await press(badge, 'cancel');
      expect(focused(badge)).to.equal('more');
      await press(badge, 'remove');
      await press(badge, 'remove');
      expect(details.map(({ action }) => action)).to.deep.equal(['remove']);
      expect(textOf(badge)).to.contain('Said no');
      await keep();
      expect(textOf(badge)).to.equal('Removed.');
      expect(badge.shadowRoot!.activeElement).to.equal(must(badge, '[part=removed]'));
      await expect(badge).to.be.accessible();
    });

    it('shows another milestone that the host sets', async () => {
      const badge = await marked();
      const { keep } = host(badge);
      await press(badge, 'remove');
      await press(badge, 'remove');
      await keep();
      badge.milestone = 'goodbye';
      await badge.updateComplete;
      expect(textOf(badge)).to.contain('Said goodbye').and.not.to.contain('Removed');
    });

    it('closes the editor and the question when the host sets another milestone', async () => {
      for (const [action, left] of [['word', 'textarea'], ['remove', '[part=confirm]']] as const) {
        for (const other of [{ milestone: 'goodbye' }, { badgeId: 'b2' }]) {
          const badge = await marked();
          await press(badge, action);
          if (action === 'word') must<HTMLTextAreaElement>(badge, left).value = 'Of the one before';
          must(badge, left);
          Object.assign(badge, other);
          await settled(badge);
          expect(!!find(badge, left), action).to.equal(false);
        }
      }
    });
  });

  describe('waits for the host', () => {
    it('ignores a second click, and keeps the focus', async () => {
      const badge = await marked();
      const { details, keep } = host(badge);
      await press(badge, 'share');
      expect(focused(badge)).to.equal('share');
      await press(badge, 'share');
      await press(badge, 'put-away');
      await press(badge, 'remove');
      expect(details).to.have.length(1);
      expect(must(badge, '#share').getAttribute('aria-disabled')).to.equal('true');
      expect(badge.matches(':state(pending)')).to.be.true;
      await keep();
      await lacks(badge, 'pending');
      expect(find(badge, '[aria-disabled]')).to.equal(null);
    });

    it('sends the identical change again on retry', async () => {
      const badge = await marked({ note: 'Mine' });
      const { details, refuse, keep } = host(badge);
      await press(badge, 'put-away');
      await refuse();
      expect(badge.matches(':state(failed)')).to.be.true;
      expect(badge.shadowRoot!.querySelector('svg')).not.to.equal(null);
      expect(textOf(badge)).not.to.contain('The server is away');
      await expect(badge).to.be.accessible();
      await press(badge, 'retry');
      await lacks(badge, 'failed');
      expect(focused(badge)).to.equal('retry');
      expect(details[1]).to.deep.equal(details[0]);
      await keep();
      expect(status(badge)).to.equal('Saved.');
      expect(focused(badge)).to.equal('title');
    });

    it('keeps typed words that could not be saved', async () => {
      const badge = await marked();
      const { details, refuse, keep } = host(badge);
      await press(badge, 'word');
      must<HTMLTextAreaElement>(badge, 'textarea').value = 'Mine';
      await press(badge, 'save');
      await refuse();
      expect(must<HTMLTextAreaElement>(badge, 'textarea').value).to.equal('Mine');
      expect(status(badge)).to.equal(words.notSaved);
      must<HTMLTextAreaElement>(badge, 'textarea').value = 'Mine, too';
      await press(badge, 'save');
      expect(details[1]!.note).to.equal('Mine, too');
      await keep();
      expect(must(badge, '[part=note]').textContent).to.equal('Mine, too');
    });

    it('changes nothing and shows nothing when a listener prevents the change', async () => {
      const badge = await marked();
      const codes = errors(badge);
      badge.addEventListener('attune-milestone', (event) => event.preventDefault());
      const before = textOf(badge);
      await press(badge, 'share');
      expect(textOf(badge)).to.equal(before);
      expect(codes).to.deep.equal([]);
    });

    /** The events of an action, for a host that reads them and does nothing else. */
    const offeredBy = async (badge: Badge, action: string): Promise<AttuneMilestoneEvent[]> => {
      const events = hear(badge, 'attune-milestone');
      await press(badge, action);
      return events;
    };

    it('shows the new state as unconfirmed, and reports once for each change that nobody listens', async () => {
      const badge = await blank();
      const codes = errors(badge);
      await press(badge, 'mark');
      expect(codes).to.deep.equal(['nobody-listens']);
      expect(badge.shadowRoot!.querySelector('svg')).not.to.equal(null);
      expect(status(badge)).to.equal(words.unconfirmed);
      expect(kept(badge), 'nothing is said to be kept').to.equal(undefined);
      badge.addEventListener('attune-milestone', (event) => void event.type);
      await press(badge, 'put-away');
      expect(codes, 'a listener that reads the type only').to.deep.equal(['nobody-listens', 'nobody-listens']);
      expect(status(badge)).to.equal(words.unconfirmed);
    });

    it('shows the new state as unconfirmed when no listener takes the change', async () => {
      const badge = await blank();
      const codes = errors(badge);
      await offeredBy(badge, 'mark');
      expect(codes).to.deep.equal([]);
      expect(badge.shadowRoot!.querySelector('svg')).not.to.equal(null);
      expect(status(badge)).to.equal(words.unconfirmed);
      expect(kept(badge), 'nothing is said to be kept').to.equal(undefined);
      badge.date = today();
      await badge.updateComplete;
      expect(status(badge)).to.equal('');
      expect(kept(badge)).to.equal(content.clinic);
    });

    it('shows a failure when one of several listeners fails', async () => {
      const badge = await marked();
      badge.addEventListener('attune-milestone', (event) => event.waitUntil(Promise.resolve()));
      badge.addEventListener('attune-milestone', (event) => event.waitUntil(Promise.reject(new Error('no'))));
      await press(badge, 'share');
      expect(kept(badge)).to.equal(content.clinic);
      expect(status(badge)).to.equal(words.notSaved);
    });

    it('reports a late call of waitUntil', async () => {
      const badge = await marked();
      const codes = errors(badge);
      const [late] = await offeredBy(badge, 'put-away');
      late!.waitUntil(Promise.resolve());
      expect(codes).to.deep.equal(['too-late']);
    });

    describe('after 30 seconds', () => {
      const real = window.setTimeout;
      let pass: () => void;
      beforeEach(() => {
        window.setTimeout = ((work: () => void, after = 0, ...rest: unknown[]) => {
          if (after !== 30_000) return real(work, after, ...rest);
          pass = work;
          return 0;
        }) as typeof setTimeout;
      });
      afterEach(() => {
        window.setTimeout = real;
      });

      it('says that it is still saving, and offers another try', async () => {
        const badge = await marked();
        const { details, open } = host(badge);
        await press(badge, 'share');
        pass();
        await settled(badge);
        expect(status(badge)).to.equal(words.stillSaving);
        expect(kept(badge)).to.equal(undefined);
        await press(badge, 'put-away');
        expect(details, 'nothing else may begin').to.have.length(1);
        await press(badge, 'retry');
        expect(details[1]).to.deep.equal(details[0]);
        await open[0]!.keep();
        expect(kept(badge), 'the first try was kept after all').to.equal(content.shared);
        await open[1]!.refuse();
        expect(kept(badge)).to.equal(content.shared);
        expect(status(badge)).to.equal('Saved.');
      });

      it('sends the same words again from the editor', async () => {
        const badge = await marked();
        const { details, open } = host(badge);
        await press(badge, 'word');
        must<HTMLTextAreaElement>(badge, 'textarea').value = 'Mine';
        await press(badge, 'save');
        expect(must<HTMLTextAreaElement>(badge, 'textarea').readOnly).to.be.true;
        pass();
        await settled(badge);
        await press(badge, 'save');
        expect(details[1]).to.deep.equal(details[0]);
        await open[1]!.keep();
        expect(must(badge, '[part=note]').textContent).to.equal('Mine');
      });
    });
  });

  describe('works with the keyboard alone', () => {
    it('from marking to removing, and the focus is never lost', async () => {
      const badge = await blank();
      const actions: string[] = [];
      badge.addEventListener('attune-milestone', (event) => {
        actions.push(event.detail.action);
        event.waitUntil(Promise.resolve());
      });
      const keys = async (...names: string[]): Promise<string | undefined> => {
        for (const name of names) {
          await sendKeys({ press: name });
          await settled(badge);
        }
        return focused(badge);
      };
      must(badge, '#mark').focus();
      expect(await keys('Enter')).to.equal('more');
      expect(await keys('Enter', 'Tab', 'Enter')).to.equal('note');
      await sendKeys({ type: 'Mine' });
      expect(await keys('Tab')).to.equal('save');
      expect(await keys('Enter')).to.equal('more');
      expect(await keys('Enter', 'Tab', 'Tab', 'Space')).to.equal('more');
      expect(kept(badge)).to.equal(content.shared);
      expect(await keys('Tab', 'Tab')).to.equal('unshare');
      expect(await keys('Enter')).to.equal('more');
      expect(await keys('Tab', 'Tab', 'Tab')).to.equal('put-away');
      expect(await keys('Enter')).to.equal('title');
      expect(await keys('Tab', 'Enter')).to.equal('more');
      expect(must(badge, '[part=note]').textContent).to.equal('Mine');
      expect(await keys('Enter', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter')).to.equal('cancel');
      expect(await keys('Tab')).to.equal('remove');
      await keys('Enter');
      expect(badge.shadowRoot!.activeElement).to.equal(must(badge, '[part=removed]'));
      expect(actions).to.deep.equal(['mark', 'word', 'share', 'unshare', 'put-away', 'bring-back', 'remove']);
    });
  });

  describe('has an id in events', () => {
    it('from badge-id, else from the element’s id, else a random one that never changes', async () => {
      const badge = await marked();
      const { details, keep } = host(badge);
      await press(badge, 'put-away');
      await keep();
      expect(details[0]!.id).to.equal('b1');
      badge.removeAttribute('badge-id');
      badge.id = 'm-7';
      await badge.updateComplete;
      await press(badge, 'put-away');
      await keep();
      expect(details[1]!.id).to.equal('m-7');
      badge.removeAttribute('id');
      await press(badge, 'bring-back');
      await keep();
      await press(badge, 'put-away');
      await keep();
      expect(details[2]!.id).to.match(/^[\da-f-]{36}$/);
      expect(details[3]!.id).to.equal(details[2]!.id);
    });
  });

  describe('uses the host’s input', () => {
    it('reports an unknown milestone and shows the children of the element', async () => {
      const badge = document.createElement('attune-milestone-badge');
      badge.textContent = 'A milestone';
      badge.setAttribute('milestone', 'constructor');
      const codes = errors(badge);
      badge.kept = 'clinic';
      document.body.append(badge);
      await badge.updateComplete;
      expect(codes).to.deep.equal(['bad-milestone']);
      expect(find<HTMLSlotElement>(badge, 'slot')!.assignedNodes()).to.have.length(1);
      badge.milestone = 'asked';
      await badge.updateComplete;
      expect(must(badge, '#title').textContent!.trim()).to.equal('Asked a question');
      badge.remove();
    });

    it('reports a day that does not exist and leaves it out', async () => {
      const badge = await marked();
      const codes = errors(badge);
      badge.date = '2026-02-30';
      await badge.updateComplete;
      expect(codes).to.deep.equal(['bad-date']);
      expect(find(badge, 'time')).to.equal(null);
      expect(badge.shadowRoot!.querySelector('svg')).not.to.equal(null);
      expect(find(badge, '#mark')).to.equal(null);
    });

    it('reports a missing or unusable kept and shows that the page does not say where it is stored', async () => {
      const badge = await marked();
      const codes = errors(badge);
      badge.kept = 'cloud' as 'clinic';
      await badge.updateComplete;
      expect(codes).to.deep.equal(['bad-kept']);
      expect(kept(badge)).to.equal('This page does not say where this is kept.');
      expect(find(badge, '#share')).to.equal(null);
    });

    it('uses defaults for an unusable size, motif or language', async () => {
      const badge = await marked({ milestone: 'custom' });
      const codes = errors(badge);
      badge.setAttribute('size', 'large');
      badge.setAttribute('motif', 'x');
      badge.setAttribute('lang', 'not a language');
      await badge.updateComplete;
      expect(codes).to.deep.equal(['bad-attribute', 'bad-motif']);
      expect(badge.shadowRoot!.querySelector('svg')!.getAttribute('width')).to.equal('112');
      expect(must(badge, 'time').textContent).to.contain('2026');
    });

    it('uses properties that were set before it was attached', async () => {
      const badge = Object.assign(document.createElement('attune-milestone-badge'), {
        milestone: 'custom', date: '2026-03-02', text: 'Mine', note: 'Words', shared: true, kept: 'clinic',
      });
      document.body.append(badge);
      await badge.updateComplete;
      expect(textOf(badge)).to.contain('Mine').and.to.contain('Words').and.to.contain(content.shared);
      badge.remove();
    });

    it('never writes its own attributes', async () => {
      const badge = await marked();
      const before = attributes(badge);
      const { keep } = host(badge);
      for (const action of ['share', 'unshare', 'put-away', 'bring-back']) {
        await press(badge, action);
        await keep();
      }
      expect(attributes(badge)).to.equal(before);
    });
  });

  describe('leaves the page alone', () => {
    it('never moves the focus: not on load, not at a change by the host', async () => {
      const page = await fixture(html`<div>
        <button>Elsewhere</button>
        <attune-milestone-badge milestone="asked" date="2026-03-02" kept="clinic"></attune-milestone-badge>
      </div>`);
      const badge = page.querySelector('attune-milestone-badge')!;
      const { keep } = host(badge);
      await press(badge, 'put-away');
      page.querySelector('button')!.focus();
      await keep();
      badge.putAway = false;
      await badge.updateComplete;
      expect(document.activeElement).to.equal(page.querySelector('button'));
    });

    it('hides typed text from listeners on the document', async () => {
      const badge = await marked();
      const seen: string[] = [];
      const note = (event: Event): void => {
        const [from] = event.composedPath();
        if (from !== badge || 'data' in event || (event as KeyboardEvent).key?.length === 1) seen.push(event.type);
      };
      const types = ['input', 'beforeinput', 'change', 'keydown', 'keyup', 'keypress', 'click', 'focusin'];
      for (const type of types) document.addEventListener(type, note);
      await press(badge, 'word');
      await sendKeys({ type: 'Mine' });
      for (const type of types) document.removeEventListener(type, note);
      expect(must<HTMLTextAreaElement>(badge, 'textarea').value).to.equal('Mine');
      expect(seen).to.deep.equal([]);
    });
  });
});

import '../../src/locales/de.ts';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/milestones.ts';
import type { AttuneMilestoneBadge } from '../../src/elements/milestone-badge/milestone-badge.ts';
import type { Milestone } from '../../src/elements/milestones/milestone-list.ts';
import type { AttuneMilestones } from '../../src/elements/milestones/milestones.ts';
import type { AttuneMilestoneEvent, MilestoneDetail } from '../../src/events/milestone-event.ts';
import { milestones } from '../../src/instruments/milestones.ts';
import { eavesdrop } from '../contract/eavesdrop.ts';
import { elementContract } from '../contract/element-contract.ts';
import { contrast } from './fixtures/contrast.ts';
import { defer, hear, listen, mount, place, warnings } from './fixtures/host.ts';
import { focused, inside, oneInside, press, settled } from './fixtures/person.ts';

type Board = AttuneMilestones;
type Badge = AttuneMilestoneBadge;

const content = milestones.words as Record<string, string>;
const three: Milestone[] = [
  { id: 'a', milestone: 'first-step', date: '2026-01-10' },
  { id: 'b', milestone: 'spoke-up', date: '2026-03-02', note: 'About the pace.', shared: true },
  { id: 'c', milestone: 'said-no', date: '2026-02-20', putAway: true },
];

const plain = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const board = (list: Milestone[] = three, attributes: Record<string, string> = {}): Promise<Board> =>
  mount<Board>('attune-milestones', { attributes: { kept: 'clinic', ...attributes }, properties: { milestones: list }, children: '' });
const badges = (widget: Board, from = ''): Badge[] => inside<Badge>(widget, `${from} attune-milestone-badge`);
const onBoard = (widget: Board): Badge[] => badges(widget, 'section > ul');
const inDrawer = (widget: Board): Badge[] => badges(widget, 'details');
const ids = (list: Badge[]): (string | undefined)[] => list.map(({ badgeId }) => badgeId);
const badge = (widget: Board, id: string): Badge => badges(widget).find(({ badgeId }) => badgeId === id)!;
const titleOf = (one: Badge): string => plain(one.shadowRoot!.querySelector('#title'));
const statusText = (widget: Board): string => plain(oneInside(widget, '[part=status]'));
const allTold = (widget: Board): string => [widget, ...badges(widget)].map((one) => plain(one.shadowRoot as unknown as Element)).join(' ');

async function ready(widget: Board): Promise<void> {
  await settled(widget);
  for (const one of badges(widget)) await settled(one);
  await settled(widget);
}
async function does(widget: Board, id: string, ...actions: string[]): Promise<void> {
  const one = badge(widget, id);
  for (const action of actions) {
    const target = one.shadowRoot!.getElementById(action)!;
    const more = target.closest('details');
    if (more) more.open = true;
    target.focus();
    target.click();
    await ready(widget);
  }
}
async function choose(widget: Board, key: string): Promise<Badge> {
  const select = oneInside<HTMLSelectElement>(widget, 'select');
  select.value = key;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await ready(widget);
  return badges(widget)[0]!;
}

/** Expects the focus on an element of the board itself. */
const isAt = (widget: Board, element: Element | null): void => {
  const at = widget.shadowRoot!.activeElement;
  expect(at === element, `the focus is on ${at?.outerHTML.slice(0, 80)}`).to.equal(true);
};

/** A host that settles each promise separately. */
function host(widget: Board) {
  const changes: { detail: MilestoneDetail; keep: () => Promise<void>; refuse: () => Promise<void> }[] = [];
  listen(widget, 'attune-milestone', (event) => {
    const { promise, resolve, reject } = defer();
    event.waitUntil(promise);
    changes.push({
      detail: event.detail,
      keep: () => (resolve(), ready(widget)),
      refuse: () => (reject(new Error('The server is away')), ready(widget)),
    });
  });
  return changes;
}
/** The change that a host receives which reads it and does nothing else. */
async function offered(widget: Board, id: string, action: string): Promise<AttuneMilestoneEvent[]> {
  const events = hear(widget, 'attune-milestone');
  await does(widget, id, action);
  return events;
}
/** A host that saves everything at once. */
function keeper(widget: Board): MilestoneDetail[] {
  const kept: MilestoneDetail[] = [];
  listen(widget, 'attune-milestone', (event) => {
    kept.push(event.detail);
    event.waitUntil(Promise.resolve());
  });
  return kept;
}

elementContract({
  tag: 'attune-milestones',
  attributes: { kept: 'clinic' },
  property: { name: 'strings', value: { 'board.choose': 'Auswählen' }, shows: 'Auswählen' },
  act: async (widget) => {
    const own = widget as Board;
    keeper(own);
    await choose(own, 'asked');
    await does(own, badges(own)[0]!.badgeId!, 'mark');
    await does(own, badges(own)[0]!.badgeId!, 'put-away');
  },
});

describe('attune-milestones', () => {
  describe('shows', () => {
    it('each milestone as a badge, latest first, and those that were put away in a closed drawer', async () => {
      const widget = await board();
      expect(ids(onBoard(widget))).to.eql(['b', 'a']);
      expect(ids(inDrawer(widget))).to.eql(['c']);
      expect(oneInside<HTMLDetailsElement>(widget, 'details').open).to.equal(false);
      expect(plain(oneInside(widget, 'summary'))).to.equal('Put away');
      expect(titleOf(badge(widget, 'b'))).to.equal('Spoke up');
      expect(allTold(widget)).to.contain('About the pace.').and.to.contain(content.shared!);
    });

    it('a list that the host gives as JSON', async () => {
      const widget = await mount<Board>('attune-milestones', {
        attributes: { kept: 'clinic', milestones: JSON.stringify(three) },
        children: '',
      });
      expect(ids(onBoard(widget))).to.eql(['b', 'a']);
    });

    it('the drawing that the person chose, and the host’s size, language and heading level', async () => {
      const widget = await board([{ id: 'a', milestone: 'custom', date: '2026-03-02', text: 'Called my brother', motif: 3 }], {
        size: '72', 'heading-level': '3', lang: 'de',
      });
      const one = badge(widget, 'a');
      expect([one.motif, one.size, one.headingLevel]).to.eql([3, 72, 4]);
      expect(titleOf(one)).to.equal('Called my brother');
      expect(plain(one.shadowRoot!.querySelector('time'))).to.equal('2. März 2026');
      expect(oneInside(widget, '#title').getAttribute('aria-level')).to.equal('3');
    });

    it('a kind sentence when nothing is marked, without a drawer or empty places', async () => {
      const widget = await board([]);
      expect(badges(widget).length).to.equal(0);
      expect(plain(oneInside(widget, '[part=empty]'))).to.equal('There are none here, and that is fine. You choose what to mark.');
      expect(inside(widget, 'details, svg, li').length).to.equal(0);
      expect(inside(await board(), '[part=empty]').length).to.equal(0);
    });

    it('no counts, points, ranks or streaks', async () => {
      expect(allTold(await board()).replace(/ \d+, 20\d\d/g, '')).not.to.match(/\d|point|level|streak|earned|unlocked|congrat|%| of /i);
      expect(allTold(await board([]))).not.to.match(/\d/);
    });

    it('its lists as lists, also in Safari', async () => {
      expect(inside(await board(), 'ul').map((list) => list.getAttribute('role'))).to.eql(['list', 'list']);
    });
  });

  describe('marks', () => {
    it('any milestone of the content, or one of the person’s own', async () => {
      const select = oneInside<HTMLSelectElement>(await board([]), 'select');
      expect(plain(select.labels[0])).to.equal(content.mark);
      expect([...select.options].map(plain)).to.eql(['Choose or write', ...milestones.items.map(({ text }) => text as string)]);
    });

    it('with the badge’s own event and a lasting id; the board changes when the host has saved it', async () => {
      const widget = await board();
      const changes = host(widget);
      const blank = await choose(widget, 'asked');
      expect(onBoard(widget)[0] === blank).to.equal(true);
      expect(blank.shadowRoot!.querySelector('svg') === null).to.equal(true);
      const { badgeId: id } = blank;
      await does(widget, id!, 'mark');
      const { date, ...detail } = changes[0]!.detail;
      expect(detail).to.eql({ id, milestone: 'asked', action: 'mark' });
      expect(id).to.match(/^[\da-f-]{36}$/);
      expect(date).to.match(/^\d{4}-\d\d-\d\d$/);
      expect(oneInside<HTMLSelectElement>(widget, 'select').value).to.equal('asked');
      await changes[0]!.keep();
      expect(oneInside<HTMLSelectElement>(widget, 'select').value).to.equal('');
      expect(onBoard(widget)[0] === blank, 'the very same badge').to.equal(true);
      expect(blank.shadowRoot!.querySelector('svg') !== null).to.equal(true);
      expect(plain(blank.shadowRoot!.querySelector('[role=status]'))).to.equal('Saved.');
      expect(focused()!.id).to.equal('more');
      await does(widget, id!, 'share');
      expect(changes[1]!.detail.id).to.equal(id);
      const next = await choose(widget, 'asked');
      expect(next.badgeId).not.to.equal(id);
      expect(ids(onBoard(widget))).to.eql([next.badgeId, id, 'b', 'a']);
    });

    it('and the badge draws its horizon, as without a board', async () => {
      const widget = await board([]);
      const changes = host(widget);
      const blank = await choose(widget, 'asked');
      await does(widget, blank.badgeId!, 'mark');
      await changes[0]!.keep();
      expect(blank.shadowRoot!.querySelector('figure')!.getAnimations({ subtree: true })).to.have.length(1);
    });

    it('nothing when the person chooses another one, or none', async () => {
      const widget = await board([]);
      const changes = host(widget);
      await choose(widget, 'asked');
      await choose(widget, 'took-rest');
      expect(badges(widget).map(titleOf)).to.eql(['Took a rest']);
      const select = oneInside<HTMLSelectElement>(widget, 'select');
      select.value = '';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await ready(widget);
      expect(badges(widget).length).to.equal(0);
      expect(changes).to.eql([]);
    });

    it('a milestone of the person’s own; its words stay while the person chooses another, until they are saved or left', async () => {
      const widget = await board([]);
      const kept = keeper(widget);
      const { badgeId: id } = await choose(widget, 'custom');
      await does(widget, id!, 'mark');
      const field = (): HTMLInputElement => badge(widget, id!).shadowRoot!.querySelector<HTMLInputElement>('#text')!;
      field().value = 'Called my brother';
      const other = await choose(widget, 'asked');
      expect(ids(badges(widget))).to.eql([other.badgeId, id]);
      expect(field().value).to.equal('Called my brother');
      await choose(widget, '');
      expect(ids(badges(widget))).to.eql([id]);
      const next = await choose(widget, 'custom');
      await does(widget, next.badgeId!, 'mark');
      await does(widget, id!, 'save');
      expect(kept.map(({ text }) => text)).to.eql(['Called my brother']);
      await does(widget, next.badgeId!, 'cancel');
      await choose(widget, 'took-rest');
      expect(badges(widget).map(titleOf)).to.eql(['Took a rest', 'Called my brother']);
    });

    it('a milestone of the person’s own, with its words and drawing', async () => {
      const widget = await board([]);
      const kept = keeper(widget);
      const { badgeId: id } = await choose(widget, 'custom');
      await does(widget, id!, 'mark');
      const root = badge(widget, id!).shadowRoot!;
      root.querySelector<HTMLInputElement>('#text')!.value = 'Called my brother';
      root.querySelector<HTMLInputElement>('[value="2"]')!.click();
      await does(widget, id!, 'save');
      expect(kept[0]).to.include({ id, milestone: 'custom', text: 'Called my brother', motif: 2, action: 'mark' });
      expect(badge(widget, id!)).to.include({ text: 'Called my brother', motif: 2 });
    });
  });

  describe('shows a change that the host has saved', () => {
    it('words, sharing and the end of sharing: in the same place', async () => {
      const widget = await board();
      const changes = host(widget);
      await does(widget, 'a', 'word');
      badge(widget, 'a').shadowRoot!.querySelector('textarea')!.value = 'Mine';
      await does(widget, 'a', 'save');
      expect(badge(widget, 'a').note).to.equal(undefined);
      await changes[0]!.keep();
      expect(badge(widget, 'a').note).to.equal('Mine');
      await does(widget, 'a', 'share');
      expect(badge(widget, 'a').shared).to.equal(false);
      await changes[1]!.keep();
      expect(badge(widget, 'a').shared).to.equal(true);
      expect(badge(widget, 'a').note).to.equal('Mine');
      await does(widget, 'a', 'unshare');
      await changes[2]!.keep();
      expect(badge(widget, 'a').shared).to.equal(false);
      expect(ids(onBoard(widget))).to.eql(['b', 'a']);
    });

    it('putting away: the badge and the focus go to the drawer', async () => {
      const widget = await board([three[0]!, three[1]!]);
      const changes = host(widget);
      await does(widget, 'a', 'put-away');
      expect(ids(onBoard(widget))).to.eql(['b', 'a']);
      await changes[0]!.keep();
      expect(ids(onBoard(widget))).to.eql(['b']);
      expect(ids(inDrawer(widget))).to.eql(['a']);
      expect(oneInside<HTMLDetailsElement>(widget, 'details').open).to.equal(false);
      expect(statusText(widget)).to.equal('Put away.');
      isAt(widget, oneInside(widget, 'summary'));
    });

    it('bringing back: the badge and the focus go to its place on the board', async () => {
      const widget = await board();
      keeper(widget);
      oneInside<HTMLDetailsElement>(widget, 'details').open = true;
      await does(widget, 'c', 'bring-back');
      expect(ids(onBoard(widget))).to.eql(['b', 'c', 'a']);
      expect(inside(widget, 'details').length).to.equal(0);
      expect(statusText(widget)).to.equal('Shown again.');
      isAt(widget, badge(widget, 'c').parentElement);
    });

    it('removing: after one question, and the focus goes to the next badge', async () => {
      const widget = await board([three[0]!, three[1]!]);
      const kept = keeper(widget);
      await does(widget, 'b', 'remove');
      expect(kept).to.eql([]);
      await does(widget, 'b', 'remove');
      expect(ids(onBoard(widget))).to.eql(['a']);
      expect(statusText(widget)).to.equal('Removed.');
      isAt(widget, badge(widget, 'a').parentElement);
      await does(widget, 'a', 'remove', 'remove');
      expect(plain(oneInside(widget, '[part=empty]'))).to.contain('that is fine');
      isAt(widget, oneInside(widget, '#title'));
    });

    it('and leaves the focus elsewhere on the page, if it is there by then', async () => {
      const home = await place();
      home.innerHTML = '<button>Elsewhere</button>';
      const widget = await mount<Board>('attune-milestones', {
        attributes: { kept: 'clinic' }, properties: { milestones: three }, children: '', into: home,
      });
      const changes = host(widget);
      await does(widget, 'a', 'put-away');
      home.querySelector('button')!.focus();
      await changes[0]!.keep();
      expect(document.activeElement === home.querySelector('button')).to.equal(true);
    });

    it('but not a refused change: the badge shows the failure, and a retry sends the same change', async () => {
      const errors = hear(document, 'attune-error');
      const widget = await board();
      const changes = host(widget);
      await does(widget, 'a', 'put-away');
      await changes[0]!.refuse();
      expect(ids(onBoard(widget))).to.eql(['b', 'a']);
      expect(allTold(widget)).to.contain('This did not save.').and.not.to.contain('server');
      expect(errors.map(({ detail, target }) => [detail.code, target === widget])).to.eql([['save-failed', true]]);
      await does(widget, 'a', 'retry');
      expect(changes[1]!.detail).to.eql(changes[0]!.detail);
      await changes[1]!.keep();
      expect(ids(inDrawer(widget))).to.eql(['c', 'a']);
    });

    it('and reports under its own name when no listener read a change', async () => {
      const widget = await board();
      const errors = hear(document, 'attune-error');
      listen(widget, 'attune-milestone', (event) => void event.type);
      await does(widget, 'a', 'put-away');
      expect(errors.map(({ target, detail }) => [target, detail.code])).to.eql([[widget, 'nobody-listens']]);
      await offered(widget, 'b', 'put-away');
      expect(errors.length, 'one was read').to.equal(1);
    });

    it('but not a change without a listener: the badge stays in its place, unconfirmed, and is never shown as shared', async () => {
      const widget = await board();
      await does(widget, 'a', 'share');
      expect(badge(widget, 'a').shared).to.equal(false);
      expect(allTold(widget)).to.contain('This page has not confirmed this.');
      await does(widget, 'a', 'put-away');
      expect(ids(onBoard(widget))).to.eql(['b', 'a']);
      const blank = await choose(widget, 'asked');
      await does(widget, blank.badgeId!, 'mark');
      const other = await choose(widget, 'took-rest');
      expect(ids(onBoard(widget)), 'it may be kept on the page').to.eql([other.badgeId, blank.badgeId, 'b', 'a']);
    });

    it('and changes nothing and shows nothing when a listener prevents the change', async () => {
      const widget = await board();
      const before = allTold(widget);
      listen(widget, 'attune-milestone', (event) => {
        event.waitUntil(Promise.resolve());
        event.preventDefault();
      });
      await does(widget, 'a', 'put-away');
      expect(ids(onBoard(widget))).to.eql(['b', 'a']);
      expect(allTold(widget)).to.equal(before);
    });

    it('only when all of several listeners have saved the change', async () => {
      const widget = await board();
      listen(widget, 'attune-milestone', (event) => event.waitUntil(Promise.resolve()));
      listen(widget, 'attune-milestone', (event) => event.waitUntil(Promise.reject(new Error('no'))));
      await does(widget, 'a', 'put-away');
      expect(ids(onBoard(widget))).to.eql(['b', 'a']);
    });

    it('but not if the host has set another list in the meantime', async () => {
      const widget = await board();
      const changes = host(widget);
      await does(widget, 'a', 'share');
      widget.milestones = [three[0]!];
      await changes[0]!.keep();
      expect(badge(widget, 'a').shared).to.equal(false);
      expect(ids(badges(widget))).to.eql(['a']);
      await does(widget, 'a', 'put-away');
      listen(widget, 'attune-milestone', () => {});
      widget.milestones = three;
      await changes[1]!.keep();
      expect(ids(onBoard(widget))).to.eql(['b', 'a']);
    });

    it('and shows the new milestone in the host’s list under the id of its marking', async () => {
      const widget = await board([]);
      const changes = host(widget);
      const { badgeId: id } = await choose(widget, 'asked');
      await does(widget, id!, 'mark');
      widget.milestones = [{ id: id!, milestone: 'asked', date: changes[0]!.detail.date }];
      await changes[0]!.keep();
      expect(ids(badges(widget))).to.eql([id]);
      expect(oneInside<HTMLSelectElement>(widget, 'select').value).to.equal('');
    });

    it('and reports a late call of waitUntil', async () => {
      const widget = await board();
      const errors = hear(widget, 'attune-error');
      const [late] = await offered(widget, 'a', 'put-away');
      late!.waitUntil(Promise.resolve());
      expect(errors.map(({ detail }) => detail.code)).to.eql(['too-late']);
      expect(ids(onBoard(widget))).to.eql(['b', 'a']);
    });
  });

  describe('uses the host’s input', () => {
    it('and keeps the last good list when the input is not a list, and reports it', async () => {
      const widget = await board();
      const errors = hear(widget, 'attune-error');
      for (const wrong of ['[', '{}', [{}], [three[0], three[0]]]) {
        widget.milestones = wrong as string;
        await ready(widget);
        expect(ids(onBoard(widget))).to.eql(['b', 'a']);
        expect(errors.pop()!.detail.code).to.equal('bad-milestones');
      }
      widget.milestones = undefined;
      await ready(widget);
      expect(badges(widget).length).to.equal(0);
      expect(errors).to.eql([]);
    });

    it('and reports what a badge cannot use, from the board', async () => {
      const errors = hear(document, 'attune-error');
      const widget = await board([{ id: 'x', milestone: 'streak', date: '2026-02-30' }]);
      expect(errors.map(({ detail, target }) => [detail.code, target === widget])).to.eql([
        ['bad-milestone', true], ['bad-date', true],
      ]);
      expect(warnings.length).to.equal(2);
    });

    it('and never writes to the host’s list', async () => {
      const own = structuredClone(three);
      const widget = await board(own);
      const kept = keeper(widget);
      await does(widget, 'a', 'share');
      expect(own, 'the host’s data is not written').to.eql(three);
      expect(kept.length).to.equal(1);
    });
  });

  describe('hides from the page', () => {
    it('typed text and clicks; only attune-milestone contains words', async () => {
      const { facts, stop } = eavesdrop();
      const widget = await board();
      await choose(widget, 'asked');
      await does(widget, 'a', 'word');
      badge(widget, 'a').shadowRoot!.querySelector('textarea')!.focus();
      await sendKeys({ type: 'zqxj' });
      await press('Tab');
      stop();
      expect([...new Set(facts)]).to.eql([]);
    });
  });

  describe('works with the keyboard alone', () => {
    it('from choosing to removing', async () => {
      const widget = await board([]);
      keeper(widget);
      const keys = async (...names: string[]): Promise<string> => {
        for (const name of names) {
          await press(name);
          await ready(widget);
        }
        return focused()!.id || focused()!.localName;
      };
      const before = document.createElement('button');
      widget.before(before);
      before.focus();
      expect(await keys('Tab')).to.equal('choose');
      await choose(widget, 'asked');
      expect(await keys('Tab')).to.equal('mark');
      expect(await keys('Enter')).to.equal('more');
      expect(await keys('Enter', 'Tab', 'Tab', 'Tab', 'Enter')).to.equal('summary');
      expect(await keys('Enter', 'Tab')).to.equal('bring-back');
      expect(await keys('Enter')).to.equal('li');
      expect(await keys('Tab')).to.equal('more');
      expect(await keys('Enter', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter')).to.equal('cancel');
      expect(await keys('Tab', 'Enter')).to.equal('title');
      expect(badges(widget).length).to.equal(0);
      before.remove();
    });
  });

  describe('for everyone', () => {
    it('has no accessibility problem that axe finds, with the drawer open', async function () {
      this.timeout(30_000);
      const widget = await board();
      oneInside<HTMLDetailsElement>(widget, 'details').open = true;
      await choose(widget, 'custom');
      await expect(widget).to.be.accessible();
    });

    for (const scheme of ['light', 'dark']) {
      it(`has enough contrast and large enough targets, on a ${scheme} page`, async () => {
        const widget = await board();
        widget.style.colorScheme = scheme;
        for (const one of inside<HTMLElement>(widget, 'h2, label, select, summary')) {
          expect(contrast(one, 'color'), one.outerHTML).to.be.at.least(4.5);
        }
        expect(contrast(oneInside(widget, 'select'), 'border-top-color')).to.be.at.least(3);
        for (const one of inside(widget, 'select, summary')) expect(one.getBoundingClientRect().height).to.be.at.least(44);
      });
    }

    it('fits 320 px with all its content', async () => {
      const home = await place();
      home.style.width = '320px';
      const widget = await mount<Board>('attune-milestones', {
        attributes: { kept: 'clinic' },
        properties: { milestones: [...three, { id: 'd', milestone: 'custom', date: '2026-03-05', text: 'x'.repeat(60), note: 'y'.repeat(280) }] },
        children: '',
        into: home,
      });
      expect(home.scrollWidth).to.equal(320);
      for (const one of badges(widget)) expect(one.getBoundingClientRect().width).to.be.at.most(320);
    });
  });
});


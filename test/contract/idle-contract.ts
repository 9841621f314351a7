import { expect } from '@open-wc/testing';
import { emulateMedia, sendMouse, setViewport } from '@web/test-runner-commands';
import { stopClock } from '../elements/fixtures/clock.ts';
import { mount, place } from '../elements/fixtures/host.ts';
import { button, click, focusIsOn, framesPassed, inside, oneInside, press, read, settled } from '../elements/fixtures/person.ts';
import type { Subject } from './subject.ts';

export interface IdleSubject extends Subject {
  /** Enters something that `privacy="shared"` erases. */
  fill: (widget: HTMLElement) => Promise<void>;
  /** Whether the entered content was erased. */
  isErased: (widget: HTMLElement) => boolean;
  /** A control inside that a person may use. */
  control: (widget: HTMLElement) => HTMLElement;
}

const MINUTE = 60_000;
/** The window of WebKitGTK is at least 447 px wide. */
const NARROW = /Chrome|Firefox/.test(navigator.userAgent) ? 320 : 450;
const ACTIVITY = ['keydown', 'input', 'click', 'wheel', 'pointerdown', 'pointermove', 'touchstart', 'scroll', 'visibilitychange'];

const warning = (widget: Element): HTMLElement => oneInside(widget, '[part=idle]');
const warns = (widget: Element): boolean => !!inside(widget, '[part=idle]').length;

/** Whether it is in the window and nothing covers it. */
function isSeen(part: HTMLElement): boolean {
  const { top, right, bottom, left, width, height } = part.getBoundingClientRect();
  const [at] = (part.getRootNode() as ShadowRoot).elementsFromPoint((left + right) / 2, top + 6);
  return width > 0 && height > 0 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && part.contains(at!);
}

/** The listeners that were added since, by target and type. */
function countListeners(): { count: () => string[]; stop: () => void } {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const found = new Map<string, { about: string; isPassive: boolean }>();
  const ids = new WeakMap<object, number>();
  let last = 0;
  const idOf = (one: object): number => {
    if (!ids.has(one)) {
      last++;
      ids.set(one, last);
    }
    return ids.get(one)!;
  };
  type Options = boolean | AddEventListenerOptions | undefined;
  const keyOf = (target: EventTarget, type: string, act: object, options: Options): string =>
    [idOf(target), type, idOf(act), typeof options === 'object' ? !!options.capture : !!options].join();
  const nameOf = (target: EventTarget): string =>
    target === window ? 'window' : target === document ? 'document' : ((target as Partial<Element>).localName ?? 'other');
  EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, act: never, options?: Options) {
    const target = (this as EventTarget | undefined) ?? window;
    if (act && ACTIVITY.includes(type)) {
      const isPassive = typeof options === 'object' && !!options.passive;
      found.set(keyOf(target, type, act, options), { about: `${nameOf(target)} ${type}`, isPassive });
    }
    addEventListener.call(target, type, act, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type: string, act: never, options?: Options) {
    const target = (this as EventTarget | undefined) ?? window;
    if (act) found.delete(keyOf(target, type, act, options));
    removeEventListener.call(target, type, act, options);
  };
  return {
    count: () =>
      [...found.values()]
        .filter(({ about }) => /^(window|document) /.test(about) || /^attune-/.test(about))
        .map(({ about, isPassive }) => (isPassive ? about : `${about} (blocking)`))
        .sort(),
    stop: () => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }),
  };
}

/** The warning before a widget erases itself, and what counts as activity. */
export function idleContract(subject: IdleSubject): void {
  const { tag, fill, isErased, control } = subject;

  /** A filled-in widget on a long page, so that the person can scroll away from it. */
  const open = async (attributes: Record<string, string> = {}, home?: HTMLElement): Promise<HTMLElement> => {
    const into = home ?? (await place());
    into.innerHTML = '<div style="block-size: 2500px"></div><main></main><div style="block-size: 2500px"></div>';
    const widget = await mount<HTMLElement>(tag, {
      ...subject,
      attributes: { ...subject.attributes, privacy: 'shared', ...attributes },
      into: into.querySelector('main')!,
    });
    await fill(widget);
    return widget;
  };
  const warned = async (home?: HTMLElement, before?: (widget: HTMLElement) => Promise<void>) => {
    const clock = stopClock();
    const widget = await open({}, home);
    await before?.(widget);
    await clock.pass(4 * MINUTE);
    await settled(widget);
    expect(warns(widget)).to.equal(true);
    return { clock, widget };
  };
  /** Whether the answers still exist four minutes later. */
  const lives = async (clock: ReturnType<typeof stopClock>, widget: HTMLElement): Promise<boolean> => {
    await clock.pass(4 * MINUTE);
    await settled(widget);
    return !isErased(widget);
  };
  const scrolled = async (to: number): Promise<void> => {
    scrollTo({ top: to, behavior: 'instant' });
    await framesPassed();
  };
  const at = (widget: HTMLElement): number => widget.getBoundingClientRect().top + scrollY;

  describe(`<${tag}> before it erases itself`, () => {
    beforeEach(() => scrolled(0));
    afterEach(async () => {
      await setViewport({ width: 800, height: 600 });
      await scrolled(0);
    });

    it('warns at any scroll position, without moving the focus and without scrolling', async () => {
      const clock = stopClock();
      const widget = await open();
      const other = document.createElement('input');
      widget.before(other);
      for (const to of [0, at(widget), at(widget) + widget.offsetHeight - 200, at(widget) + widget.offsetHeight + 1500]) {
        await scrolled(to);
        await fill(widget);
        other.focus({ preventScroll: true });
        await scrolled(to);
        const before = scrollY;
        await clock.pass(4 * MINUTE);
        await settled(widget);
        expect(isSeen(warning(widget)), `scrolled to ${to}`).to.equal(true);
        expect(isSeen(button(widget, 'I am still here')), `scrolled to ${to}`).to.equal(true);
        focusIsOn(other);
        expect(scrollY).to.equal(before);
        await press('Escape');
        await settled(widget);
      }
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`shows the whole warning in a narrow window, with text of twice the size (${dir})`, async () => {
        await setViewport({ width: NARROW, height: 568 });
        const home = await place();
        home.dir = dir;
        home.style.fontSize = '32px';
        const { widget } = await warned(home);
        expect(isSeen(warning(widget))).to.equal(true);
        await expect(widget).to.be.accessible();
      });
    }

    it('announces what will happen and how soon, three times', async () => {
      const { clock, widget } = await warned();
      const warningText = (): string => oneInside(widget, '[part=idle] [role=alert]').textContent!.replace(/\s+/g, ' ').trim();
      const heard: string[] = [];
      for (let second = 0; second < 60; second += 5) {
        if (heard.at(-1) !== warningText()) heard.push(warningText());
        await clock.pass(5000);
        await settled(widget);
      }
      expect(heard.map((words) => /erased in less than (\d+) seconds/.exec(words)?.[1])).to.eql(['60', '30', '10']);
      expect(isErased(widget)).to.equal(true);
    });

    it('is above a layer of the page, and inside a dialog', async () => {
      const home = await place();
      const dialog = document.createElement('dialog');
      home.append(dialog);
      dialog.showModal();
      const { widget } = await warned(dialog);
      expect(isSeen(warning(widget))).to.equal(true);
      await press('Escape');
      await settled(widget);
      expect(warns(widget)).to.equal(false);
      expect(dialog.open).to.equal(true);
      dialog.close();
    });

    it('warns in a browser without popovers: at the edge of the window while the widget is visible', async () => {
      const { showPopover } = HTMLElement.prototype;
      Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
      try {
        const { widget } = await warned(undefined, (widget) => scrolled(at(widget)));
        expect(isSeen(warning(widget))).to.equal(true);
      } finally {
        HTMLElement.prototype.showPopover = showPopover;
      }
    });

    it('is visible in dark mode and in forced colours, and is not printed', async () => {
      const { widget } = await warned();
      const style = getComputedStyle(warning(widget));
      expect(parseFloat(style.borderTopWidth)).to.be.at.least(1);
      expect(style.borderTopStyle).to.equal('solid');
      if (!/Chrome\//.test(navigator.userAgent)) return;
      await emulateMedia({ media: 'print' });
      expect(warning(widget).getClientRects().length).to.equal(0);
      await emulateMedia({ media: 'screen' });
    });

    it('gives more time at a press of its button, and the focus returns to where it was', async () => {
      const { clock, widget } = await warned(undefined, async (widget) => {
        await scrolled(at(widget) + 40);
        control(widget).focus({ preventScroll: true });
      });
      const one = control(widget);
      focusIsOn(one);
      const before = scrollY;
      const { left, top, width, height } = button(widget, 'I am still here').getBoundingClientRect();
      const value = read(widget);
      await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
      await settled(widget);
      expect(warns(widget)).to.equal(false);
      focusIsOn(one);
      expect(scrollY).to.equal(before);
      expect(read(widget)).to.equal(value.replace(/Are you still there\?.*I am still here/, '').replace(/\s+/g, ' ').trim());
      expect(await lives(clock, widget)).to.equal(true);
    });

    it('returns the focus for the keyboard too, but not to a button that the same key would press', async () => {
      const buttonOf = (widget: HTMLElement): HTMLElement => oneInside(widget, 'button:not([part=stay], .off)');
      for (const from of [control, buttonOf]) {
        const { widget } = await warned(undefined, async (widget) => from(widget).focus({ preventScroll: true }));
        button(widget, 'I am still here').focus();
        await press('Enter');
        await settled(widget);
        expect(warns(widget)).to.equal(false);
        focusIsOn(from === control ? control(widget) : oneInside(widget, '#title'));
      }
    });

    it('gives more time at Escape, wherever the focus is', async () => {
      const { clock, widget } = await warned();
      (document.activeElement as HTMLElement).blur();
      await press('Escape');
      await settled(widget);
      expect(warns(widget)).to.equal(false);
      expect(await lives(clock, widget)).to.equal(true);
    });

    it('stays while the mouse is on its way to the button', async () => {
      const { widget } = await warned();
      for (const type of ['pointermove', 'pointerdown']) {
        control(widget).dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
        button(widget, 'I am still here').dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
      }
      control(widget).dispatchEvent(new Event('touchstart', { bubbles: true, composed: true }));
      await settled(widget);
      expect(warns(widget)).to.equal(true);
    });
  });

  describe(`<${tag}> on a shared device counts as active a person who`, () => {
    const does = (event: Event) => async (widget: HTMLElement) => void control(widget).dispatchEvent(event);
    const all = { bubbles: true, composed: true };
    const present: Record<string, (widget: HTMLElement) => Promise<unknown>> = {
      'presses a key': async (widget) => (control(widget).focus(), await press('Shift')),
      'clicks on its words': (widget) => click(oneInside(widget, 'p')),
      'moves the mouse over it': async (widget) => {
        await scrolled(at(widget));
        const { left, top } = widget.getBoundingClientRect();
        for (const by of [20, 40]) await sendMouse({ type: 'move', position: [Math.round(left + by), Math.round(top + by)] });
      },
      'touches it': does(new Event('touchstart', all)),
      'puts a finger on it': does(new PointerEvent('pointerdown', { ...all, pointerType: 'touch' })),
      'turns the wheel over it': does(new WheelEvent('wheel', all)),
      'scrolls the page around it': (widget) => scrolled(at(widget) - 30),
    };
    beforeEach(() => scrolled(0));

    for (const [what, act] of Object.entries(present)) {
      it(what, async () => {
        const clock = stopClock();
        const widget = await open();
        await scrolled(at(widget) - 10);
        await clock.pass(3 * MINUTE);
        await act(widget);
        expect(await lives(clock, widget)).to.equal(true);
      });
    }

    it('scrolls the page again during the warning', async () => {
      const { clock, widget } = await warned();
      await scrolled(at(widget) - 30);
      await scrolled(at(widget) - 60);
      await settled(widget);
      expect(warns(widget)).to.equal(false);
      expect(await lives(clock, widget)).to.equal(true);
    });

    it('but not one who scrolls far away from it, or another part of the page', async () => {
      const clock = stopClock();
      const widget = await open();
      const list = document.createElement('div');
      list.style.cssText = 'block-size: 100px; overflow: auto';
      list.innerHTML = '<div style="block-size: 900px"></div>';
      widget.before(list);
      await scrolled(0);
      await clock.pass(3 * MINUTE);
      await scrolled(100);
      list.scrollTop = 300;
      await framesPassed();
      expect(await lives(clock, widget)).to.equal(false);
    });

    it('and does little work for each of many events', async () => {
      const clock = stopClock();
      const widget = await open();
      await clock.pass(2 * MINUTE);
      const { setTimeout: start } = window;
      let timers = 0;
      window.setTimeout = ((...given: Parameters<typeof start>) => (timers++, start(...given))) as typeof start;
      const move = new PointerEvent('pointermove', { bubbles: true, composed: true });
      for (let i = 0; i < 500; i++) control(widget).dispatchEvent(move);
      window.setTimeout = start;
      expect(timers).to.be.at.most(1);
    });

    it('and has listeners, all passive, only while there is something to erase', async () => {
      const { count, stop } = countListeners();
      try {
        const home = await place();
        const widget = await mount<HTMLElement>(tag, { ...subject, attributes: { ...subject.attributes, privacy: 'shared' }, into: home });
        const before = count();
        await fill(widget);
        await settled(widget);
        const during = count();
        const more = during.filter((one) => !before.includes(one));
        expect(more.filter((one) => /^window/.test(one))).to.eql(['window scroll']);
        expect(more.filter((one) => /blocking/.test(one))).to.eql(['document visibilitychange (blocking)']);
        widget.setAttribute('idle-minutes', '0');
        await settled(widget);
        expect(count()).to.eql(before);
        widget.removeAttribute('idle-minutes');
        await settled(widget);
        expect(count()).to.eql(during);
        widget.remove();
        await settled(widget);
        expect(count().filter((one) => /^(window|document)/.test(one))).to.eql([]);
        expect(count()).to.eql(before.filter((one) => !/^(window|document)/.test(one)));
      } finally {
        stop();
      }
    });
  });
}

import { expect } from '@open-wc/testing';
import { collectsGarbage, stillHeld } from '../elements/fixtures/garbage.ts';
import { mount, place, warnings } from '../elements/fixtures/host.ts';
import { click, focusIsOn, inside, read, settled } from '../elements/fixtures/person.ts';
import { hostInputContract } from './host-input-contract.ts';
import { watchListeners } from './listener-watch.ts';
import { watchPage } from './page-watch.ts';
import type { Subject } from './subject.ts';

export interface ElementSubject extends Subject {
  /** A property with a value that is not the default, and words that are shown if the element uses it. */
  property: { name: string; value: unknown; shows: string };
  /** Something that a person does in the widget. It must not change the page around it. */
  act?: (widget: HTMLElement) => Promise<void>;
}

let late = 0;

/** Boxes that shrink to their content. The widget is placed in the last element. */
const SHRINKING = [
  '<dialog open></dialog>',
  '<div style="display: flex; flex-direction: column; align-items: center"><div></div></div>',
  '<div style="display: flex"></div>',
  '<div style="display: grid; grid-template-columns: auto auto"></div>',
  '<div style="display: inline-block"></div>',
  '<div style="float: left"></div>',
  '<div style="inline-size: fit-content"></div>',
  '<table><td></td></table>',
];

/** The rules for every element of the library on a host's page. */
export function elementContract(subject: ElementSubject): void {
  const { tag, property, attributes, properties, children } = subject;
  const more = { ...properties, [property.name]: property.value };
  const placed = (): Promise<HTMLElement> => mount<HTMLElement>(tag, subject);

  describe(`<${tag}> on a page`, () => {
    it('uses a property that was set before the element was defined', async () => {
      const name = `${tag}-late-${++late}`;
      const widget = document.createElement(name);
      if (children) widget.innerHTML = children;
      for (const [key, value] of Object.entries(attributes ?? {})) widget.setAttribute(key, value);
      Object.assign(widget, more);
      (await place()).append(widget);
      customElements.define(name, class extends customElements.get(tag)! {});
      await settled(widget);
      expect(read(widget)).to.contain(property.shows);
    });

    it('uses a property that was set before the element was attached', async () => {
      expect(read(await mount(tag, { ...subject, properties: more }))).to.contain(property.shows);
    });

    it('uses a property that was set after the element was attached, and shows the same', async () => {
      const before = await mount(tag, { ...subject, properties: more });
      const expected = read(before);
      before.remove();
      const widget = await placed();
      Object.assign(widget, more);
      await settled(widget);
      expect(read(widget)).to.equal(expected);
    });

    it('stays the same when the host moves it to another place', async () => {
      const widget = await placed();
      const before = read(widget);
      (await place()).append(widget);
      await settled(widget);
      expect(read(widget)).to.equal(before);
    });

    it('moves neither the focus nor the scroll position when it loads', async () => {
      const home = await place();
      home.innerHTML = '<button>here</button><p></p>';
      (home.lastChild as HTMLElement).style.height = '2000px';
      home.querySelector('button')!.focus();
      scrollTo(0, 0);
      await mount(tag, { ...subject, into: home });
      focusIsOn(home.querySelector('button'));
      expect(scrollY).to.equal(0);
    });

    it('changes nothing in the host page, and none of its own attributes', async () => {
      const home = await place();
      const widget = await mount<HTMLElement>(tag, { ...subject, into: home });
      widget.remove();
      const head = document.head.childElementCount;
      const body = document.body.childElementCount;
      const before = widget.outerHTML;
      const observer = new MutationObserver(() => {});
      home.append(widget);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      await settled(widget);
      await subject.act?.(widget);
      await settled(widget);
      expect(observer.takeRecords().map(({ target, type }) => `${type} ${target.nodeName}`)).to.eql([]);
      observer.disconnect();
      expect(widget.outerHTML).to.equal(before);
      expect([document.head.childElementCount, document.body.childElementCount]).to.eql([head, body]);
    });

    it('has one measure of at most 42em in the middle of the page, with one edge at each side', async () => {
      const home = await place();
      home.style.inlineSize = '1200px';
      const widget = await mount<HTMLElement>(tag, { ...subject, into: home });
      await subject.act?.(widget);
      await settled(widget);
      for (const root of inside(widget, 'section')) {
        const { paddingLeft, paddingRight, fontSize } = getComputedStyle(root);
        const { left, right } = root.getBoundingClientRect();
        const around = home.getBoundingClientRect();
        const isSession = !!root.querySelector('[part=crisis] ~ slot:not([name])');
        const pad = isSession ? parseFloat(getComputedStyle(root.firstElementChild!).marginLeft) : 0;
        const edges = [left + parseFloat(paddingLeft) + pad, right - parseFloat(paddingRight) - pad];
        expect(edges[1]! - edges[0]!).to.be.at.most(42 * parseFloat(fontSize) + 16);
        expect(left - around.left).to.be.closeTo(around.right - right, 1);
        const blocks = [...root.querySelectorAll(':scope > :is(p, dl, table, textarea, select, figure, .notice, [part=items])')];
        const off = blocks
          .filter((one) => one.checkVisibility() && !one.matches('[part=idle]') && one.getBoundingClientRect().width)
          .filter((one) => {
            const box = one.getBoundingClientRect();
            return Math.abs(box.left - edges[0]!) > 1 || Math.abs(box.right - edges[1]!) > 1;
          });
        expect(off.map((one) => one.outerHTML.slice(0, 80))).to.eql([]);
      }
    });

    it('uses no network and no storage', async () => {
      const used: string[] = [];
      const undo = watchPage(used);
      const loaded = performance.getEntriesByType('resource').length;
      const { cookie } = document;
      const widget = await placed();
      await subject.act?.(widget);
      await settled(widget);
      undo();
      expect(used).to.eql([]);
      expect(performance.getEntriesByType('resource').length).to.equal(loaded);
      expect(document.cookie).to.equal(cookie);
    });

    it('has one root element with the language and the direction, named by the title if there is one', async () => {
      const widget = await placed();
      const [mask, ...beside] = [...widget.shadowRoot!.children].filter((one) => one.localName !== 'style');
      expect(beside).to.eql([]);
      const roots = [...mask!.children];
      expect(roots.map(({ localName }) => localName)).to.eql(['section']);
      const [root] = roots as [HTMLElement];
      const title = widget.shadowRoot!.querySelector('#title');
      if (root.hasAttribute('aria-labelledby')) expect(title?.id).to.equal('title');
      for (const name of ['lang', 'dir']) expect(root.getAttribute(name), name).not.to.equal('');
    });

    it('makes every target as high as the host sets it', async () => {
      const widget = await placed();
      widget.style.setProperty('--attune-target-size', '72px');
      await subject.act?.(widget);
      await settled(widget);
      const pressable = 'button:not(.off), summary, select, textarea, input:not([type=radio], [type=checkbox]), label:has(input)';
      const low = inside(widget, pressable)
        .filter((one) => one.checkVisibility())
        .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect().height] as const)
        .filter(([, height]) => height < 72);
      expect(low).to.eql([]);
    });

    if (collectsGarbage) {
      it('leaves memory with its answers when the host removes it, also on a shared device', async function () {
        this.timeout(20_000);
        const names = new WeakMap<WeakRef<Element>, string>();
        const removed = async (attributes: Record<string, string>): Promise<WeakRef<Element>[]> => {
          const home = await place();
          const widget = await mount<HTMLElement>(tag, { ...subject, attributes: { ...subject.attributes, ...attributes }, into: home });
          await subject.act?.(widget);
          await settled(widget);
          const all = [widget, ...inside(widget, '*'), ...widget.querySelectorAll('*')];
          home.replaceChildren();
          // The browser itself has references to the elements that the mouse and the keyboard used last.
          await click(home.appendChild(document.createElement('button')));
          await settled(widget);
          return all.map((one) => {
            const reference = new WeakRef(one);
            names.set(reference, `${attributes.privacy ?? 'personal'} ${one.localName}`);
            return reference;
          });
        };
        const gone = [...(await removed({})), ...(await removed({ privacy: 'shared' }))];
        const held = await stillHeld(gone);
        expect([...new Set(held.map((one) => names.get(one)))]).to.eql([]);
      });
    }

    it('leaves no listener on the page when the host removes it', async () => {
      const before = await placed();
      before.remove();
      await settled(before);
      const { listening, undo } = watchListeners(window, document);
      const widget = await placed();
      await subject.act?.(widget);
      await settled(widget);
      widget.remove();
      await settled(widget);
      undo();
      expect(listening()).to.eql([]);
    });

    it('works in a browser without custom states', async () => {
      const before = await placed();
      const expected = read(before);
      before.remove();
      const { prototype } = ElementInternals;
      const states = Object.getOwnPropertyDescriptor(prototype, 'states')!;
      Reflect.deleteProperty(prototype, 'states');
      try {
        const widget = await placed();
        expect(read(widget)).to.equal(expected);
        await subject.act?.(widget);
        await settled(widget);
      } finally {
        Object.defineProperty(prototype, 'states', states);
      }
    });

    it('has no accessibility problem that axe finds', async function () {
      this.timeout(30_000);
      await expect(await placed()).to.be.accessible();
    });

    it('has no inline styles, which a strict content security policy refuses', async () => {
      const widget = await placed();
      await subject.act?.(widget);
      expect(inside(widget, '[style], style, script, link').map((one) => one.outerHTML)).to.eql([]);
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`fits 320 px without horizontal scrolling (${dir})`, async () => {
        const home = await place();
        home.dir = dir;
        home.style.width = '320px';
        const widget = await mount<HTMLElement>(tag, { ...subject, into: home });
        expect(widget.scrollWidth).to.be.at.most(320);
        const { left, right } = widget.getBoundingClientRect();
        const outside = inside(widget, '*').filter((part) => {
          const box = part.getBoundingClientRect();
          return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5);
        });
        expect(outside.map((part) => part.outerHTML.slice(0, 80))).to.eql([]);
      });
    }

    for (const [width, dir] of [[700, 'ltr'], [320, 'rtl']] as const) {
      it(`has the width of its words in a box that shrinks to its content, and at most ${width} px`, async () => {
        for (const box of SHRINKING) {
          const home = await place();
          home.dir = dir;
          home.style.cssText = `display: flow-root; inline-size: ${width}px; position: relative`;
          home.innerHTML = box;
          const into = [...home.querySelectorAll('*')].at(-1)!;
          const widget = await mount<HTMLElement>(tag, { ...subject, into });
          expect(widget.getBoundingClientRect().width, box).to.be.within(240, width);
          expect(home.scrollWidth, box).to.be.at.most(width);
        }
      });
    }

    it('takes no space from elements beside it', async () => {
      const home = await place();
      home.style.cssText = 'display: grid; grid-template-columns: 1fr 300px; inline-size: 600px';
      home.innerHTML = '<main></main><aside>Words</aside>';
      await mount(tag, { ...subject, into: home.querySelector('main')! });
      expect(home.querySelector('main')!.offsetWidth).to.equal(300);
    });

    it('is readable if the page has a rule for all elements; a larger font size on the element makes it larger', async () => {
      const home = await place();
      home.innerHTML = '<style>* { font-size: 10px; line-height: 1; color: #999; text-indent: 3em; text-align: right }</style><p></p>';
      const widget = await mount<HTMLElement>(tag, { ...subject, into: home.querySelector('p')! });
      const texts = (): CSSStyleDeclaration[] => {
        // In a matrix, the names of the radios cannot be seen, and the heads that repeat them may be smaller.
        const written = inside(widget, 'section, section :not(.heads > *, .run:not(.stacked) label)').filter(({ childNodes, localName }) =>
          !/^(text|option)$/.test(localName) && [...childNodes].some((node) => node instanceof Text && node.data.trim()));
        return written.map((part) => getComputedStyle(part));
      };
      const size = (styles: CSSStyleDeclaration[]): number => Math.min(...styles.map(({ fontSize }) => parseFloat(fontSize)));
      for (const { fontSize, lineHeight, color, textIndent } of texts()) {
        expect(parseFloat(fontSize)).to.be.at.least(15);
        expect(parseFloat(lineHeight)).to.be.above(1.2 * parseFloat(fontSize));
        expect(color).not.to.equal('rgb(153, 153, 153)');
        expect(textIndent).to.equal('0px');
      }
      const before = size(texts());
      widget.style.fontSize = '32px';
      expect(size(texts())).to.equal(2 * before);
    });

    it('is registered once: the first wins, nothing is thrown, another version is reported to the developer', async () => {
      const file = tag.replace('attune-', '');
      const first = customElements.get(tag) as CustomElementConstructor & { version: string };
      const again = (n: number): Promise<unknown> => import(`/src/define/${file}.ts?again=${n}`);
      await again(1);
      expect(warnings).to.eql([]);
      const { version } = first;
      first.version = '0.0.0-other';
      await again(2);
      first.version = version;
      expect(customElements.get(tag) === first).to.equal(true);
      expect(warnings.join()).to.contain(tag).and.to.contain('0.0.0-other');
    });
  });

  hostInputContract(subject);
}

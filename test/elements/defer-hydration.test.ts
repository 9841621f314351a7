import { expect } from '@open-wc/testing';
import '../../src/define/all.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { framesPassed, radioGroups, read, settled } from './fixtures/person.ts';
import { hear, place } from './fixtures/host.ts';

/** What a server sent: widgets that wait for the page's script. */
const sent = async (html: string): Promise<HTMLElement> => {
  const page = await place();
  page.innerHTML = html;
  await framesPassed();
  return page;
};
const begin = async (...widgets: Element[]): Promise<void> => {
  for (const widget of widgets) widget.removeAttribute('defer-hydration');
  for (const widget of widgets) await settled(widget);
};

describe('a widget with defer-hydration', () => {
  it('shows its children and nothing else, until the attribute is removed', async () => {
    const page = await sent('<attune-trust-questionnaire length="pulse" defer-hydration><p slot="crisis">Call 112.</p></attune-trust-questionnaire>');
    const [widget] = page.children;
    expect(widget!.shadowRoot).to.equal(null);
    expect(page.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
    await begin(widget!);
    expect(radioGroups(widget!)).to.have.length(5);
    expect(page.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
  });

  it('reports what is wrong only when a page can hear it', async () => {
    const page = await sent('<attune-trust-questionnaire result="band" defer-hydration><p slot="crisis">Call 112.</p></attune-trust-questionnaire>');
    const [widget] = page.children;
    const errors = hear(widget!, 'attune-error');
    await begin(widget!);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-attribute']);
  });

  it('takes what is set while it waits, also when it is moved', async () => {
    const page = await sent('<attune-questionnaire defer-hydration><p slot="crisis">Call 112.</p></attune-questionnaire><div></div>');
    const widget = page.querySelector<AttuneQuestionnaire>('attune-questionnaire')!;
    widget.instrument = 'trust-pulse';
    widget.strings = { send: 'Hand it in' };
    page.querySelector('div')!.append(widget);
    await begin(widget);
    expect(radioGroups(widget)).to.have.length(5);
    expect(read(widget)).to.contain('Hand it in');
  });

  it('starts when it is placed, if the attribute was removed before', async () => {
    const page = await place();
    const widget = document.createElement('attune-why-trust');
    widget.setAttribute('defer-hydration', '');
    widget.removeAttribute('defer-hydration');
    page.append(widget);
    await settled(widget);
    expect(read(widget)).to.contain('trust');
  });

  it('joins its session in either order', async () => {
    for (const isOuterFirst of [true, false]) {
      const page = await sent(
        `<attune-session defer-hydration><p slot="crisis">Call 112.</p>
          <attune-rapport-check defer-hydration></attune-rapport-check></attune-session>`,
      );
      const widgets = [page.querySelector('attune-session')!, page.querySelector('attune-rapport-check')!];
      await begin(...(isOuterFirst ? widgets : widgets.reverse()));
      const inner = page.querySelector('attune-rapport-check')!;
      expect(radioGroups(inner)).to.have.length.above(3);
      expect(inner.shadowRoot!.querySelector('[part~=submit]'), 'the session sends').to.equal(null);
    }
  });
});

import { expect } from '@open-wc/testing';
import { registerInstrument } from '../../src/instruments/index.ts';
import { everyType, visit } from './fixtures/definitions.ts';
import { hear, keeps, mount, place, warnings } from './fixtures/host.ts';
import { chooseAll, read, sendButton, settled } from './fixtures/person.ts';
import { FILLED, fillIn, people } from './fixtures/two-people.ts';

for (const definition of [everyType, visit]) registerInstrument(definition);

function namesIn(owner: object): string[] {
  const names: string[] = [];
  for (const name in owner) names.push(name);
  return names;
}

/** Every event type of the browser and of the widgets. Those of the second line have no property `on...`. */
const TYPES = new Set([
  ...[window, document, HTMLElement.prototype].flatMap(namesIn).filter((name) => name.startsWith('on')).map((name) => name.slice(2)),
  ...['beforeinput', 'focusin', 'focusout', 'compositionstart', 'compositionupdate', 'compositionend', 'textInput', 'DOMFocusIn', 'DOMFocusOut', 'DOMActivate'],
  ...['answer', 'error', 'journal-share', 'milestone', 'page', 'pending', 'saved', 'session-submit', 'submit'].map((name) => `attune-${name}`),
  ...['attune-crisis-roll-call', 'context-request'],
]);

/** What a listener in the capture phase can read in an event. */
function toldBy(event: Event, form: Element): string[] {
  const [target] = event.composedPath();
  const { key, data, clipboardData, clientX } = event as Event & Partial<KeyboardEvent & InputEvent & ClipboardEvent & MouseEvent>;
  const { left, right } = form.getBoundingClientRect();
  return [
    ...(target instanceof Node && (target.getRootNode() as Partial<ShadowRoot>).host === form ? ['the control'] : []),
    ...(key || data || clipboardData ? ['what is typed'] : []),
    ...(clientX && Math.abs(clientX - (left + right) / 2) > 1 ? ['the place'] : []),
  ];
}

/** Fills in every form with mouse and keyboard. Returns what a listener of the document in the capture phase is told, by event type. */
async function toldWhileFilling(attribute: string): Promise<Map<string, Set<string>>> {
  const told = new Map<string, Set<string>>();
  for (const [tag, placed, begin] of FILLED) {
    const home = await place();
    const children = placed?.children?.replace(' ', ` ${attribute} `);
    const attributes = { ...placed?.attributes, ...(attribute && { [attribute]: '' }) };
    const widget = await mount<HTMLElement>(tag, { ...placed, attributes, into: home, ...(children !== undefined && { children }) });
    const form = tag === 'attune-session' ? (widget.firstElementChild as HTMLElement) : widget;
    const end = new AbortController();
    const note = (event: Event): void => {
      if (!event.composedPath().includes(form)) return;
      const known = told.get(event.type) ?? new Set();
      told.set(event.type, known);
      for (const what of toldBy(event, form)) known.add(what);
    };
    await begin?.(widget);
    await settled(form);
    for (const type of TYPES) document.addEventListener(type, note, { capture: true, signal: end.signal });
    expect(await fillIn(form, people[0]!)).to.be.above(0);
    end.abort();
    home.remove();
  }
  return told;
}

/** One row for each thing that is told, with its event types. */
function table(told: Map<string, Set<string>>): string {
  const rows = new Map<string, string[]>();
  for (const [type, what] of [...told].sort()) {
    const key = [...what].sort().join(', ') || 'none of these';
    rows.set(key, [...(rows.get(key) ?? []), `\`${type}\``]);
  }
  return ['| it reads | in |', '|---|---|', ...[...rows].sort().map(([what, types]) => `| ${what} | ${types.join(', ')} |`)].join('\n');
}

describe('a listener in the capture phase', () => {
  for (const [attribute, name] of [['', 'open root'], ['closed-root', 'closed root']] as const) {
    it(`reads what the privacy page says: ${name}`, async function () {
      this.timeout(60_000);
      const page = await (await fetch('/docs/privacy.md')).text();
      const written = page.split(`<!-- ${name} -->\n`)[1]?.split('\n<!-- end')[0];
      expect(written).to.equal(table(await toldWhileFilling(attribute)));
    });
  }
});

describe('closed-root', () => {
  const inShadow = (element: Element): string => `${element.shadowRoot?.textContent ?? ''}${[...element.children].map(inShadow).join('')}`;

  for (const tag of new Set(FILLED.map(([name]) => name))) {
    it(`leaves nothing of <${tag}> to a script that looks for it`, async () => {
      const [, placed] = FILLED.find(([name]) => name === tag)!;
      const children = placed?.children?.replace(' ', ' closed-root ');
      const widget = await mount<HTMLElement>(tag, { ...placed, attributes: { ...placed?.attributes, 'closed-root': '' }, ...(children !== undefined && { children }) });
      expect(read(widget)).to.have.length.above(20);
      expect(inShadow(widget)).to.equal('');
    });
  }

  it('changes nothing for the person: a form is filled in, asks for what is missing, and is sent', async () => {
    const widget = await mount('attune-trust-questionnaire', { attributes: { 'closed-root': '', length: 'pulse', required: '' } });
    const kept = keeps(widget);
    sendButton(widget).click();
    await settled(widget);
    expect(document.activeElement).to.equal(widget);
    expect(kept).to.eql([]);
    await chooseAll(widget);
    sendButton(widget).click();
    await settled(widget);
    expect(kept.map(({ response }) => response.answers.length)).to.eql([5]);
    expect(read(widget)).to.contain('Saved.');
  });

  it('is off if a framework writes "false"', async () => {
    const widget = await mount('attune-why-trust', { attributes: { 'closed-root': 'false' }, children: '' });
    expect(inShadow(widget)).not.to.equal('');
  });

  it('that comes too late is reported', async () => {
    const widget = await mount('attune-why-trust', { children: '' });
    const errors = hear(widget, 'attune-error');
    widget.setAttribute('closed-root', '');
    expect(errors.map(({ detail }) => detail.code)).to.eql(['late-closed-root']);
    expect(warnings.join()).to.contain('late-closed-root');
  });
});

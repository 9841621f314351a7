import { expect } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { safeNodes } from '../../src/markup/safe-nodes.ts';
import { ownLicence } from '../core/fixtures/own-licence.ts';
import { hear, mount } from './fixtures/host.ts';
import { inside, labelOf, oneInside, radiosOf, read, settled } from './fixtures/person.ts';

/** A picture of one point. */
const PICTURE = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What others try to run, to load or to send. */
const HOSTILE = [
  '<script>window.isHit = true</script>text',
  '<img src=x onerror="window.isHit = true">',
  '<img src="https://evil.example/pixel.png" srcset="https://evil.example/2.png 2x" alt="a pixel">',
  '<img src="//evil.example/pixel.png"><img src="data:image/svg+xml;base64,PHN2Zy8+">',
  '<svg onload="window.isHit = true"><style>*{background:url(https://evil.example)}</style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.isHit=true&gt;">',
  '<a href="javascript:window.isHit = true">link</a><a href=" java\tscript:alert(1)">link</a><a href="data:text/html,x">link</a>',
  '<iframe src="https://evil.example"></iframe><object data="https://evil.example"></object><embed src="https://evil.example">',
  '<form action="https://evil.example"><input name="x" autofocus onfocus="window.isHit = true"><button>Send</button></form>',
  '<div style="position:fixed;inset:0;background:url(https://evil.example)" class="error" id="items">cover</div>',
  '<link rel="stylesheet" href="https://evil.example"><meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example">',
  '<video src="https://evil.example" autoplay></video><audio src="https://evil.example"></audio><source src="https://evil.example">',
  '<template><img src="https://evil.example"></template><slot name="crisis"></slot><noscript><p title="</noscript><img src=x onerror=window.isHit=true>"></noscript>',
  '<table background="https://evil.example"><td background="https://evil.example">cell</table><p ping="https://evil.example">p</p>',
  '<details open ontoggle="window.isHit = true"><summary>s</summary></details><select><option>o</option></select>',
];
const MARKDOWN = ['[link](javascript:window.isHit=true)', '![pixel](https://evil.example/pixel.png)', '<img src=x onerror="window.isHit = true">', '<script>window.isHit = true</script>'];

const ATTRIBUTES = ['href', 'src', 'alt', 'title', 'lang', 'dir', 'colspan', 'rowspan', 'span', 'scope', 'start', 'reversed', 'datetime', 'target', 'rel'];

describe('markup of others', () => {
  const all = [...HOSTILE.map((content) => ({ format: 'xhtml' as const, content })), ...MARKDOWN.map((content) => ({ format: 'markdown' as const, content }))];
  for (const markup of all) {
    it(`runs nothing and requests nothing: ${markup.content.slice(0, 50)}`, async () => {
      const place = document.createElement('div');
      document.body.append(place);
      place.append(safeNodes(markup));
      await new Promise((resolve) => setTimeout(resolve, 5));
      const elements = [...place.querySelectorAll('*')];
      for (const element of elements) {
        expect(['SCRIPT', 'STYLE', 'SVG', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'INPUT', 'BUTTON', 'LINK', 'META', 'BASE', 'VIDEO', 'AUDIO', 'SLOT', 'TEMPLATE']).not.to.include(element.tagName.toUpperCase());
        for (const { name, value } of element.attributes) {
          expect(ATTRIBUTES, `${element.tagName} ${name}`).to.include(name);
          if (name === 'src') expect(value).to.match(/^data:image\/png/);
          if (name === 'href') expect(value).to.match(/^(https?|mailto):/);
        }
      }
      expect((window as { isHit?: boolean }).isHit).to.equal(undefined);
      place.remove();
    });
  }

  it('keeps text, lists, tables, links and pictures that are in it', () => {
    const { children: [block] } = safeNodes({ format: 'xhtml', content: `<div xmlns="http://www.w3.org/1999/xhtml"><h2>Sleep</h2><ul><li>a <b>few</b></li></ul><table><tr><th scope="row">1</th></tr></table><a href="https://clinic.example">more</a><img src="${PICTURE}" alt="a moon"/></div>` });
    expect(block!.innerHTML).to.equal(
      `<p><strong>Sleep</strong></p><ul><li>a <b>few</b></li></ul><table><tbody><tr><th scope="row">1</th></tr></tbody></table><a href="https://clinic.example" target="_blank" rel="noopener noreferrer">more</a><img src="${PICTURE}" alt="a moon">`,
    );
    const { firstElementChild } = safeNodes({ format: 'markdown', content: 'this is **bold**' });
    expect(firstElementChild!.outerHTML).to.equal('<p>this is <strong>bold</strong></p>');
  });

  it('has the words of a picture that would be a request', () => {
    expect(safeNodes({ format: 'xhtml', content: 'See <img src="https://x.example/a.png" alt="the house">' }).textContent).to.equal('See the house');
  });
});

const form = (items: object[], more: object = {}): object => ({
  schema: 1, id: 'markup', version: '1.0.0', language: 'en', audience: 'client', licence: ownLicence, normed: false, absent: {}, title: 'A form', scales: {}, items, ...more,
});
const items = [
  { id: 'd', type: 'display', text: 'Please read', markup: { format: 'markdown', content: 'Please *read*' } },
  { id: 't', type: 'text', line: true, text: 'Your name', prefix: '1.', markup: { format: 'xhtml', content: 'Your <b>name</b>' } },
  { id: 'c', type: 'choice', text: 'How?', choices: [{ code: 'a', text: 'Well', markup: { format: 'xhtml', content: `<img src="${PICTURE}" alt="A smile">` } }, { code: 'b', text: 'Badly' }] },
];
const given = (): Promise<AttuneQuestionnaire> => mount('attune-questionnaire', { properties: { instrument: form(items) } });

describe('a form with markup', () => {
  it('is shown as plain text, with a report, until the page has support for markup; then with it', async () => {
    const widget = await mount('attune-questionnaire');
    const errors = hear(widget, 'attune-error');
    widget.instrument = form(items);
    await settled(widget);
    expect(errors.map(({ detail: { code, message } }) => [code, message.includes('define/fhir-markup')])).to.eql([['limited-form', true]]);
    expect(read(widget)).to.contain('Please read').and.contain('1. Your name');
    expect(inside(widget, '.rich')).to.eql([]);

    await import('../../src/define/fhir-markup.ts');
    for (let i = 0; i < 100 && !inside(widget, '.rich').length; i++) await new Promise((resolve) => setTimeout(resolve, 20));
    await settled(widget);
    expect(oneInside(widget, '[part=display] em').textContent).to.equal('read');
    const label = oneInside<HTMLLabelElement>(widget, 'label[part=legend]');
    expect(label.textContent.trim()).to.equal('1. Your name');
    expect(label.querySelector('b')!.textContent).to.equal('name');
    expect(inside<HTMLImageElement>(widget, 'label img').map(({ alt }) => alt)).to.eql(['A smile']);
  });

  it('stays one answer for each choice, and its text stays when an answer changes', async () => {
    const widget = await given();
    const [group] = inside<HTMLElement>(widget, '[role=radiogroup]');
    const radios = radiosOf(group!);
    radios[0]!.click();
    await settled(widget);
    expect(widget.value!.answers).to.eql([{ item: 'c', state: 'answered', values: ['a'] }]);
    expect(radios.map(labelOf)).to.include('Badly');
    expect(inside(widget, '.rich')).to.have.lengthOf(3);
    radios[1]!.click();
    await settled(widget);
    expect(inside(widget, 'label.chosen').map((one) => one.textContent)).to.eql(['Badly']);
    expect(inside(widget, '.rich')).to.have.lengthOf(3);
  });
});

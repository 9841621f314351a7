import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument } from '../../src/core/instrument/instrument.ts';
import { renderFallback } from '../../src/html/index.ts';
import { intake } from '../core/fixtures/intake.ts';
import { everyItem } from '../fhir/forms.ts';
import { fieldsForm } from './fields-form.ts';
import { elementsOf, textOf } from './plain-form.ts';

/** Texts that leave their place in a page that does not escape them. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '</textarea><img src=x onerror=alert(1)>',
  '</select></fieldset></form><svg onload=alert(1)>',
  '" autofocus onfocus="alert(1)" x="',
  "' onmouseover='alert(1)' x='",
  '"><iframe srcdoc="<script>alert(1)</script>">',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  ']]><script>alert(1)</script>',
  '<style>*{background:url(javascript:alert(1))}</style>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '{{constructor.constructor("alert(1)")()}}',
  '</title><script >alert(1)</script >',
  '\u2028<a href="javascript:alert(1)">x</a>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '`onclick=alert(1)',
];

/** Every text that a host can set becomes the attack. Names of fields and of types stay. */
function attacked(data: unknown, attack: string, key = ''): unknown {
  const texts = new Set(['text', 'title', 'help', 'intro', 'note', 'stem', 'prefix', 'short', 'minText', 'maxText', 'unknown', 'declined', 'copyright', 'licenceHolder', 'message', 'entryFormat', 'add', 'open', 'not-applicable']);
  if (typeof data === 'string') return texts.has(key) ? `${attack}${data}` : data;
  if (Array.isArray(data)) return data.map((one) => attacked(one, attack, key));
  if (typeof data !== 'object' || !data) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, attacked(value, attack, name)]));
}

/** What a page consists of, without its texts. */
const shapeOf = (html: string): string[] => elementsOf(html).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`);

describe('text from anywhere', () => {
  for (const instrument of [intake, everyItem, fieldsForm] as Instrument[]) {
    for (const attack of ATTACKS) {
      it(`stays text: ${instrument.id} ${attack.slice(0, 40)}`, () => {
        const options = (text: string) => ({
          id: `r${text}`, action: `/send${text}`, name: `n${text}`, locale: 'en', who: `w${text}`, when: `w${text}`, kept: `k${text}`, crisis: `c${text}`, concern: `c${text}`,
          intro: `i${text}`, send: `s${text}`, startedAt: `t${text}`, fields: { [`f${text}`]: text }, notes: { person: `n${text}`, rep: `n${text}` },
          given: [{ item: 'last-goal', state: 'answered' as const, values: [`g${text}`] }],
          entries: [[`n${text}.more`, `m${text}`], [`n${text}.words`, `m${text}`], [`n${text}.code`, `m${text}`]] as const,
          strings: { send: `s${text}`, leftBlank: `l${text}` },
          problems: [{ path: text, code: text, message: text, item: instrument.items[1]!.id }],
        });
        const harmless = renderFallback(attacked(instrument, 'plain') as Instrument, options('plain'));
        const html = renderFallback(attacked(instrument, attack) as Instrument, options(attack));
        assert.deepEqual(shapeOf(html), shapeOf(harmless));
        const elements = elementsOf(html);
        assert.ok(!elements.some(({ tagName }) => ['script', 'img', 'svg', 'iframe', 'style', 'math'].includes(tagName)));
        assert.ok(!elements.some(({ attrs }) => attrs.some(({ name }) => name.startsWith('on'))));
        assert.ok(textOf(elements[0]!).includes(attack), 'the text is shown as it is');
      });
    }
  }

  it('is no address of a link, unless it is an address of the web', () => {
    const licence = { ...intake.licence, licenceUrl: 'javascript:alert(1)' };
    assert.ok(!elementsOf(renderFallback({ ...intake, licence }, { id: 'r' })).some(({ tagName }) => tagName === 'a'));
  });
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Site } from '../site.ts';
import { attribute, Visitor } from '../visitor.ts';

const dist = join(import.meta.dirname, '../../../../dist/wordpress/attune');
const widgets = JSON.parse(readFileSync(join(dist, 'data/widgets.json'), 'utf8')) as Record<string, { contains: boolean }>;

/** A block as the editor writes it. */
export const block = (name: string, attributes: object = {}, inside = ''): string => {
  const json = JSON.stringify(attributes).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026').replaceAll('--', '\\u002d\\u002d').replaceAll('\\"', '\\u0022');
  return inside ? `<!-- wp:attune/${name} ${json} -->${inside}<!-- /wp:attune/${name} -->` : `<!-- wp:attune/${name} ${json} /-->`;
};

/** What blocks and shortcodes write into a page. */
export function pages(site: Site): void {
  const visitor = new Visitor(site);
  const show = (content: string): Promise<string> => visitor.page(site.publish(content));
  const tag = (html: string, name: string): string => new RegExp(`<${name}[ >][^]*?</${name}>`).exec(html)?.[0] ?? '';

  test('every widget has a block and a shortcode', async () => {
    const names = Object.keys(widgets);
    const html = await show(names.map((name) => block(name.replace('attune-', ''))).join('\n'));
    for (const name of names) assert.ok(tag(html, name), `${name} as a block`);
    const codes = await show(names.map((name) => `[${name}]`).join('\n\n'));
    for (const name of names) assert.ok(tag(codes, name), `${name} as a shortcode`);
  });

  test('attributes and slots reach the widget, and no markup that an author may not write', async () => {
    const evil = 'Call <strong>112</strong> <a href="javascript:alert(1)">x</a><script>alert(1)</script><img src=x onerror=alert(1)>';
    const html = await show(block('check-in', { who: 'Your "therapist" <b>', headingLevel: 3, card: true, layout: 'list', value: 'x', slots: { crisis: evil, nothing: 'y' } }));
    const found = tag(html, 'attune-check-in');
    assert.match(found, /^<attune-check-in[^>]* heading-level="3"/);
    assert.match(found, /^<attune-check-in[^>]* card[ >]/);
    assert.equal(attribute(found, 'who'), 'Your "therapist" <b>');
    assert.match(found, /<span slot="crisis">Call <strong>112<\/strong> <a href="alert\(1\)">x<\/a>alert\(1\)<\/span>/);
    assert.doesNotMatch(found, /onerror|<script/);
    assert.doesNotMatch(found, /^<attune-check-in[^>]* value=|slot="nothing"/);
  });

  test('a shortcode says the same as a block', async () => {
    const html = await show('[attune-check-in who="Your therapist" heading-level="3" card][attune-slot name="crisis"]Call <strong>112</strong>[/attune-slot][/attune-check-in]');
    const found = tag(html, 'attune-check-in');
    assert.deepEqual([attribute(found, 'who'), attribute(found, 'heading-level')], ['Your therapist', '3']);
    assert.match(found, /^<attune-check-in[^>]* card[ >]/);
    assert.match(found, /<span slot="crisis">Call <strong>112<\/strong><\/span>/);
    assert.doesNotMatch(html, /attune-slot/);
  });

  test('a session contains its questionnaires', async () => {
    const inside = block('trust-questionnaire', { length: 'pulse' }) + block('environment-check');
    for (const content of [block('session', {}, inside), '[attune-session][attune-trust-questionnaire length="pulse"][attune-environment-check][/attune-session]']) {
      const found = tag(await show(content), 'attune-session');
      assert.match(found, /<attune-trust-questionnaire length="pulse">[^]*<attune-environment-check>/);
    }
  });

  test('a reflection is never sent, whatever an author writes', async () => {
    assert.match(tag(await show('[attune-reflection unsent="false" share-text]'), 'attune-reflection'), /^<attune-reflection unsent>/);
  });

  test('an author cannot stop a widget, keep answers of visitors on the device, or show them to recorders', async () => {
    const found = tag(await show('[attune-check-in defer-hydration autosave="device" draft-key="all" unmasked who="Your therapist"]'), 'attune-check-in');
    assert.match(found, / who="Your therapist"/);
    assert.doesNotMatch(found.slice(0, found.indexOf('>')), /defer-hydration|autosave|draft-key|unmasked/);
  });

  test('each script comes from this site, as a module, with the hash of its content', async () => {
    const html = await show(`${block('trust-questionnaire', { lang: 'de', translations: 'draft' })}[attune-check-in]`);
    const scripts = [...html.matchAll(/<script[^>]*\/plugins\/attune\/[^>]*>/g)].map(([script]) => script!);
    const names = scripts.map((script) => /attune\/((?:cdn|assets)\/[^"'?]*)/.exec(script)![1]!);
    assert.deepEqual(names.filter((name) => name !== 'cdn/fallback/adopt.js').sort(), ['assets/send-records.js', 'cdn/check-in.js', 'cdn/locales/de-clinician.js', 'cdn/locales/de.js', 'cdn/translations/de.js', 'cdn/trust-questionnaire.js']);
    for (const script of scripts) {
      assert.match(script, /type="module"/);
      const path = /src=["']([^"']*)/.exec(script)![1]!.replaceAll('&#038;', '&');
      const text = await (await visitor.fetch(path)).text();
      assert.equal(attribute(script, 'integrity'), `sha384-${createHash('sha384').update(text).digest('base64')}`);
    }
    assert.ok(!/<script(?![^>]*src=)[^>]*>[^<]*attune/i.test(html), 'an inline script');
  });

  test('a page without a widget loads nothing of the plugin', async () => {
    assert.doesNotMatch(await show('<!-- wp:paragraph --><p>Welcome</p><!-- /wp:paragraph -->'), /plugins\/attune/);
  });
}

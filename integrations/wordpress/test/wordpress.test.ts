import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openSite, type Site } from './site.ts';
import { administration } from './suites/administration.ts';
import { inTheBrowser, inTheEditor } from './suites/in-the-browser.ts';
import { network } from './suites/network.ts';
import { ownInstruments } from './suites/own-instruments.ts';
import { pages } from './suites/pages.ts';
import { personalData, takingItAway } from './suites/personal-data.ts';
import { reading } from './suites/reading.ts';
import { sending } from './suites/sending.ts';
import { withoutScript } from './suites/without-script.ts';

/** A site for the tests of a group. It is set before the first test runs, and the suites only use it inside their tests. */
const siteOf = (release: string, options = {}): Site => {
  const site = {} as Site;
  before(async () => void Object.assign(site, await openSite(release, options)));
  after(() => site.close());
  return site;
};

const quiet = (site: Site, isOurs: (line: string) => boolean): void => {
  test('PHP had nothing to say, nothing was sent by mail, and the plugin called no other site', () => {
    assert.deepEqual(site.newLog().filter(isOurs), []);
    assert.equal(site.mail(), '');
    assert.deepEqual(site.callsOut(), []);
  });
};

const releases = {
  'WordPress with script modules': { release: 'trixie', isOurs: () => true },
  // This WordPress is older than this PHP, and says so.
  'WordPress before script modules': { release: 'bookworm', isOurs: (line: string) => line.includes('/plugins/attune/') },
};
for (const [name, { release, isOurs }] of Object.entries(releases)) {
  describe(name, () => {
    const site = siteOf(release);
    describe('pages', () => pages(site));
    describe('reading records', () => reading(site));
    describe('sending records', () => sending(site));
    describe('without script', () => withoutScript(site));
    describe('the administration', () => administration(site));
    describe('personal data', () => personalData(site));
    describe('instruments of its own', () => ownInstruments(site));
    describe('in Chromium', () => inTheBrowser(site));
    describe('in the editor', () => inTheEditor(site));
    quiet(site, isOurs);
    describe('taking it away', () => takingItAway(site));
  });
}

describe('a network of WordPress sites', () => {
  const site = siteOf('trixie', { isNetwork: true });
  network(site);
});

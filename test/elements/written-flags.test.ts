import { expect } from '@open-wc/testing';
import '../../src/define/all.ts';
import { place } from './fixtures/host.ts';

interface Member {
  name: string;
  type?: { text: string };
}
interface Manifest {
  modules: { declarations: { tagName?: string; attributes?: (Member & { fieldName?: string })[] }[] }[];
}

/** Every flag that an attribute sets: the tag, the attribute and the property. */
async function allFlags(): Promise<[tag: string, attribute: string, property: string][]> {
  // The test server turns it into a module.
  const path = '/custom-elements.json';
  const { default: manifest } = (await import(path)) as { default: Manifest };
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .flatMap(({ tagName = '', attributes = [] }) =>
      attributes.filter(({ fieldName, type }) => fieldName && type?.text === 'boolean').map(({ name, fieldName }) => [tagName, name, fieldName] as [string, string, string]),
    );
}

describe('a flag that is written as "false", as Vue and others do', () => {
  it('is off, for every flag of every element, and "true" and the empty text are on', async () => {
    const page = await place();
    const flags = await allFlags();
    expect(flags.length).to.be.above(50);
    for (const [tag, attribute, property] of flags) {
      for (const [text, isOn] of [['false', false], ['true', true], ['', true]] as const) {
        page.innerHTML = `<${tag} ${attribute}="${text}"></${tag}>`;
        expect((page.firstElementChild as unknown as Record<string, unknown>)[property], `<${tag} ${attribute}="${text}">`).to.equal(isOn);
      }
    }
  });

  it('is off when the attribute changes to it', async () => {
    const page = await place();
    page.innerHTML = '<attune-milestone-badge shared put-away></attune-milestone-badge>';
    const badge = page.firstElementChild as HTMLElementTagNameMap['attune-milestone-badge'];
    expect([badge.shared, badge.putAway]).to.eql([true, true]);
    badge.setAttribute('shared', 'false');
    badge.setAttribute('put-away', 'false');
    expect([badge.shared, badge.putAway]).to.eql([false, false]);
  });
});

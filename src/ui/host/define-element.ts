import { software } from './software.ts';

/**
 * Registers a class under a tag. It throws nothing: if the tag is taken, the first class stays, and where there is no page, nothing
 * is registered.
 */
export function defineElement(
  tag: string,
  element: CustomElementConstructor,
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): void {
  if (!registry) return;
  const there = registry.get(tag) as { version?: string } | undefined;
  if (!there) registry.define(tag, Object.assign(element, { version: software.version }));
  else if (there.version !== software.version) {
    console.warn(`<${tag}> is registered already, by version ${there.version ?? 'unknown'}; this is ${software.version}`);
  }
}

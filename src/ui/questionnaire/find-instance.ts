import type { Instance } from '../../core/answering/snapshot.ts';

export function findInstance(instances: readonly Instance[], key: string | undefined): Instance | undefined {
  for (const instance of instances) {
    if (instance.key === key) return instance;
    // Most items have no children, and this runs at every answer.
    const found = instance.children.length && findInstance(instance.children, key);
    if (found) return found;
  }
  return undefined;
}

/** The instances with these keys, in the order of the page. */
export function findInstances(instances: readonly Instance[], keys: ReadonlySet<string>): Instance[] {
  return instances.flatMap((instance) => {
    const below = findInstances(instance.children, keys);
    return keys.has(instance.key) ? [instance, ...below] : below;
  });
}

import type { Instance } from '../../core/answering/snapshot.ts';

export function findInstance(instances: readonly Instance[], key: string | undefined): Instance | undefined {
  for (const instance of instances) {
    const found = instance.key === key ? instance : findInstance(instance.children, key);
    if (found) return found;
  }
  return undefined;
}

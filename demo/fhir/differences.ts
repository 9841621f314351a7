const most = 10;

/**
 * Where two JSON values differ, as paths in the way of FHIRPath, at most ten. A path holds names and places, no values. It goes as
 * deep as the shallower of the two.
 */
export function differences(one: unknown, other: unknown, path: string): string[] {
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return [path];
    return one.flatMap((each, index) => differences(each, other[index], `${path}[${index}]`)).slice(0, most);
  }
  if (isObject(one) && isObject(other)) {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return names.flatMap((name) => differences(one[name], other[name], /^\w{1,40}$/.test(name) ? `${path}.${name}` : path)).slice(0, most);
  }
  return one === other ? [] : [path];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

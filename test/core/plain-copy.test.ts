import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limits } from '../../src/core/plain-data/limits.ts';
import { plainCopy, plainEntries } from '../../src/core/plain-data/plain-copy.ts';

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** A test that runs longer than this hangs. Each test needs far less time. */
const guard = { timeout: 60_000 };

describe('data from outside', () => {
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  const codeOf = (data: unknown, maxText?: number): string => {
    const copied = plainCopy(data, maxText);
    if (copied.ok) return '';
    assert.equal(copied.problem.path, '');
    return `${copied.problem.code} ${copied.problem.message}`;
  };

  const dataOf = (data: unknown): unknown => {
    const copied = plainCopy(data);
    assert.ok(copied.ok);
    return copied.data;
  };

  it('in a list is copied entry by entry, so that an unreadable entry does not affect the others', guard, () => {
    const trap = { get a(): string { throw new Error('no'); } };
    assert.deepEqual(plainEntries([{ a: 1 }, trap, 'x']), [{ a: 1 }, null, 'x']);
    assert.equal(plainEntries({ length: 1 }), undefined);
    const large = new Array(400_000).fill(1);
    const copies = plainEntries(Array.from({ length: 1_000 }, () => large))!;
    assert.deepEqual(copies.map((copy) => copy !== null).filter(Boolean).length, 2, 'together they stay within the limit');
  });

  it('is copied unchanged, also special names, holes and values that JSON does not have', () => {
    const data = JSON.parse('{"__proto__": {"a": 1}, "list": [1, [true, null, "x"]], "toString": 2}') as Json;
    const copied = plainCopy(data);
    assert.ok(copied.ok);
    assert.equal(JSON.stringify(copied.data), JSON.stringify(data));
    assert.notEqual((copied.data as Json).list, data.list);
    const act = (): void => {};
    // eslint-disable-next-line no-sparse-arrays
    assert.deepEqual(dataOf([, undefined, act, 1n]), [undefined, undefined, act, 1n]);
    for (const data of [undefined, null, 1, 'x', act]) assert.equal(dataOf(data), data);
  });

  it('is read once per property', () => {
    let reads = 0;
    assert.deepEqual(dataOf({ get a() { return ++reads; } }), { a: 1 });
    assert.equal(reads, 1);
  });

  it('can contain the same object twice', () => {
    const part = { a: 1 };
    assert.deepEqual(dataOf([part, part]), [{ a: 1 }, { a: 1 }]);
  });

  it(`has at most ${limits.dataDepth} levels`, () => {
    assert.equal(codeOf(nested(limits.dataDepth)), '');
    assert.match(codeOf(nested(limits.dataDepth + 1)), /within-the-limit .*256 levels/);
    assert.match(codeOf(nested(10_000)), /within-the-limit .*256 levels/);
    const handler: ProxyHandler<object> = {
      ownKeys: () => ['a'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get: () => new Proxy({}, handler),
    };
    assert.match(codeOf(new Proxy({}, handler)), /within-the-limit .*256 levels/);
  });

  it(`has at most ${limits.dataValues} values`, guard, () => {
    assert.equal(codeOf(new Array(limits.dataValues - 1)), '');
    assert.match(codeOf(new Array(limits.dataValues)), /within-the-limit .*1000000 values/);
    assert.match(codeOf(new Array(4_000_000_000)), /1000000 values/);
  });

  it(`has at most ${limits.jsonText} characters`, guard, () => {
    assert.equal(codeOf(['x'.repeat(limits.jsonText)]), '');
    assert.match(codeOf(['x'.repeat(limits.jsonText), 'x']), /20000000 characters/);
    assert.equal(codeOf({ abc: 'de' }, 5), '');
    assert.match(codeOf({ abc: 'de' }, 4), /4 characters/, 'keys count too');
  });

  it('is refused if it throws when it is read, contains itself or is binary data', () => {
    const throws = (): never => {
      throw new Error('no');
    };
    const round: Json = { list: [{ a: { b: 1 } }] };
    round.list.push(round, { c: { d: 1 } });
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    const traps = [round, proxy, { get a() { return throws(); } }, new Proxy({}, { ownKeys: throws }), new Proxy([1], { get: throws }), new Uint8Array(50_000_000)];
    for (const trap of traps) {
      assert.equal(codeOf(trap), 'plain-data Must be plain data');
      assert.equal(codeOf([{ a: trap }]), 'plain-data Must be plain data');
    }
  });
});

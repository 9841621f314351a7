// Stands for `node:test` in a bundle of tests: it keeps what a file declares, so that the runner can call one test at a time.

/** @typedef {{name: string, site: string, before: (() => unknown)[], run: () => unknown}} RecordedTest */

const unsupported = name => () => {
  throw new Error(`node:test: \`${name}\` is not supported in a run of mutants (tools/mutation/recorded-tests.mjs)`);
};

/** @returns {{module: object, tests: RecordedTest[]}} `module` is for the tests to import; `site` is a stack trace, if `withSites`. */
export const recordTests = withSites => {
  const tests = [];
  const path = [];
  let hooks = [];
  // test(name, fn), test(name, options, fn)
  const parts = args => ({ name: String(args[0]), run: args.at(-1) });

  const it = (...args) => {
    const { name, run } = parts(args);
    tests.push({ name: [...path, name].join(' > '), site: withSites ? new Error().stack : '', before: hooks, run });
  };
  const describe = (...args) => {
    const { name, run } = parts(args);
    const outer = hooks;
    path.push(name);
    hooks = [...outer];
    run();
    hooks = outer;
    path.pop();
  };
  const beforeEach = run => void hooks.push(run);

  const module = { it, test: it, describe, suite: describe, beforeEach };
  for (const name of ['before', 'after', 'afterEach', 'mock']) module[name] = unsupported(name);
  for (const name of ['skip', 'todo', 'only']) {
    it[name] = unsupported(`it.${name}`);
    describe[name] = unsupported(`describe.${name}`);
  }
  return { module, tests };
};

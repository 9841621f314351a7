import fc from 'fast-check';

// Loaded before the pure tests. The gate is about a change and not about luck, so it runs the same cases each time; `npm run
// fuzz` runs others, as many as the time that it gives to each property allows.
const seconds = Number(process.env.FUZZ_SECONDS);
fc.configureGlobal(
  seconds
    ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false }
    : { numRuns: 200, seed: 1 },
);

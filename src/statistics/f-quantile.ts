/**
 * The value below which an F distribution with `d1` and `d2` degrees of freedom (at least 1) has the share `p` (between
 * 0 and 1) of its mass. By halving: if X is beta distributed with d1/2 and d2/2, then d2 X / (d1 (1 - X)) is F
 * distributed (Johnson, Kotz & Balakrishnan 1995, Continuous univariate distributions 2, chapter 27).
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  // The logarithm of X / (1 - X): so neither end of the distribution loses digits.
  let [low, high] = [-700, 700];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    const isBelow = incompleteBeta(1 / (1 + Math.exp(-middle)), 1 / (1 + Math.exp(middle)), d1 / 2, d2 / 2) < p;
    if (isBelow) low = middle;
    else high = middle;
  }
  return (Math.exp((low + high) / 2) * d2) / d1;
}

const tiny = 1e-300;

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (NIST DLMF 8.17.22), evaluated from the
 * front (Lentz 1976, Applied Optics 15, 668). `y` is 1 - x, given apart so that nothing is lost where x is nearly 1.
 */
function incompleteBeta(x: number, y: number, a: number, b: number): number {
  // The fraction converges quickly on one side only.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(y, x, b, a);
  let [value, c, d] = [tiny, tiny, 0];
  for (let n = 0; n < 100_000 && Math.abs(c * d - 1) > 1e-15; n++) {
    const m = Math.floor(n / 2);
    const over = n % 2 ? -(a + m) * (a + b + m) * x : m * (b - m) * x;
    const part = n ? over / ((a + n - 1) * (a + n)) : 1;
    d = 1 / (1 + part * d || tiny);
    c = 1 + part / c || tiny;
    value *= c * d;
  }
  return (value * Math.exp(a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b))) / a;
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** The logarithm of the gamma function for x >= 0.5, by the series of Lanczos (1964, SIAM J. Numer. Anal. B 1, 86). */
function logGamma(x: number): number {
  const t = x + 6.5;
  const series = lanczos.reduce((total, part, i) => total + part / (x + i), 0.9999999999998099);
  return (x - 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * series);
}

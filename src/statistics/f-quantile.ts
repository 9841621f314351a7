/**
 * The quantile of an F distribution with `d1` and `d2` degrees of freedom (at least 1) at the probability `p` (between 0
 * and 1), found by bisection. If X is beta distributed with d1/2 and d2/2, then d2 X / (d1 (1 - X)) is F distributed
 * (Johnson, Kotz & Balakrishnan 1995, Continuous univariate distributions 2, chapter 27).
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  // Search on the scale of log(X / (1 - X)), so that neither tail loses digits.
  let [low, high] = [-700, 700];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    const x = 1 / (1 + Math.exp(-middle));
    const y = 1 / (1 + Math.exp(middle));
    const isBelow = incompleteBeta({ x, y }, d1 / 2, d2 / 2) < p;
    if (isBelow) low = middle;
    else high = middle;
  }
  return (Math.exp((low + high) / 2) * d2) / d1;
}

const tiny = 1e-300;

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (NIST DLMF 8.17.22), evaluated forwards
 * (Lentz 1976, Applied Optics 15, 668). `y` is 1 - x, passed separately so that no digits are lost when x is close to 1.
 */
function incompleteBeta({ x, y }: { x: number; y: number }, a: number, b: number): number {
  // The fraction converges quickly only below this point.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta({ x: y, y: x }, b, a);
  let [value, c, d] = [tiny, tiny, 0];
  for (let n = 0; n < 100_000 && Math.abs(c * d - 1) > 1e-15; n++) {
    const m = Math.floor(n / 2);
    const numerator = n % 2 ? -(a + m) * (a + b + m) * x : m * (b - m) * x;
    const coefficient = n ? numerator / ((a + n - 1) * (a + n)) : 1;
    d = 1 / (1 + coefficient * d || tiny);
    c = 1 + coefficient / c || tiny;
    value *= c * d;
  }
  return (value * Math.exp(a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b))) / a;
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** The logarithm of the gamma function for x >= 0.5, by Lanczos's series (1964, SIAM J. Numer. Anal. B 1, 86). */
function logGamma(x: number): number {
  const t = x + 6.5;
  const series = lanczos.reduce((total, part, i) => total + part / (x + i), 0.9999999999998099);
  return (x - 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * series);
}

const WORD = 2 ** 32;

/** The first 32 bits after the point of a root of each of the first primes. */
function rootsOfPrimes(count: number, root: (n: number) => number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  return primes.map((prime) => Math.floor((root(prime) % 1) * WORD) | 0);
}

const ROUNDS = 64;
const ROUND_CONSTANTS = rootsOfPrimes(ROUNDS, Math.cbrt);
const START = rootsOfPrimes(8, Math.sqrt);

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message in blocks of 64 bytes: with a bit after it, and its length in bits at the end. */
function padded(bytes: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor((bytes.length * 8) / WORD));
  view.setUint32(view.byteLength - 4, (bytes.length * 8) % WORD);
  return view;
}

/** SHA-256 as 64 hexadecimal digits (FIPS 180-4). The one of the platform is asynchronous, and reading a resource is not. */
export function sha256(bytes: Uint8Array): string {
  const message = padded(bytes);
  const hash = [...START];
  const words = new Int32Array(ROUNDS);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let i = 0; i < ROUNDS; i++) {
      if (i < 16) {
        words[i] = message.getInt32(block + 4 * i);
        continue;
      }
      const [near, far] = [words[i - 2]!, words[i - 15]!];
      words[i] = words[i - 16]! + (turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)) + words[i - 7]! + (turned(near, 17) ^ turned(near, 19) ^ (near >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = hash as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < ROUNDS; i++) {
      const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUND_CONSTANTS[i]! + words[i]!) | 0;
      const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i] = (hash[i]! + word) | 0));
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

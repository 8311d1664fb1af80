/** SHA-256 (FIPS 180-4) of ASCII text: this room has neither Node's crypto nor the browser's. */

/** FIPS 180-4 §4.2.2: the first 32 bits of the fractional parts of the roots of the first primes. */
function primeRoots(count: number, power: number): readonly number[] {
  const words: number[] = [];
  for (let candidate = 2; words.length < count; candidate += 1) {
    let prime = true;
    for (let factor = 2; factor * factor <= candidate; factor += 1) if (candidate % factor === 0) prime = false;
    if (prime) words.push(((candidate ** power % 1) * 2 ** 32) | 0);
  }
  return words;
}

const START = primeRoots(8, 1 / 2);
const ROUND = primeRoots(64, 1 / 3);

const turn = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** §5.1.1: the message, one 1 bit, zeros, and the length in bits, as 32-bit words. */
function padded(text: string): readonly number[] {
  const blocks = ((text.length + 8) >> 6) + 1;
  const words = Array.from({ length: blocks * 16 }, () => 0);
  for (let index = 0; index <= text.length; index += 1) {
    const byte = index < text.length ? text.charCodeAt(index) : 0x80;
    if (byte > 0xff) throw new RangeError('sha256 takes ASCII only');
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - (index % 4) * 8));
  }
  words[words.length - 1] = text.length * 8;
  return words;
}

/** §6.2.2 for one block of sixteen words. */
function compress(hash: readonly number[], block: readonly number[]): readonly number[] {
  const schedule = [...block];
  const at = (index: number): number => schedule[index] ?? 0;
  for (let t = 16; t < 64; t += 1) {
    const [x, y] = [at(t - 15), at(t - 2)];
    const small0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const small1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    schedule.push((at(t - 16) + small0 + at(t - 7) + small1) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let t = 0; t < 64; t += 1) {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + (ROUND[t] ?? 0) + at(t)) | 0;
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + (hash[index] ?? 0)) | 0);
}

/** Lower-case hex. Throws on characters beyond one byte. */
export function sha256(text: string): string {
  const words = padded(text);
  let hash = START;
  for (let start = 0; start < words.length; start += 16) hash = compress(hash, words.slice(start, start + 16));
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** eSSP: how a key is agreed on and how packets are sealed with it, each numbered so that none counts twice. */
import { createCipheriv, createDecipheriv, generatePrimeSync, randomBytes } from 'node:crypto';
import { crc16, lowFirst, SSP } from '../link/crc16.ts';
import { number64, read64 } from './codec.ts';

/** What a validator that nobody has given another key has. */
export const MAKERS_KEY = 0x0123456701234567n;

const BITS = 64;
const BLOCK = 16;
const COUNT_BYTES = 4;
const CRC_BYTES = 2;

export interface KeyOffer {
  readonly generator: bigint;
  readonly modulus: bigint;
  readonly interKey: bigint;
  /** null: a number that makes a key which anybody could guess. */
  agree(slaveInterKey: bigint): bigint | null;
}

interface Group {
  readonly generator: bigint;
  readonly modulus: bigint;
}

/** No secret: made once, and said to every validator. */
let group: Group | null = null;

function makeGroup(): Group {
  const first = generatePrimeSync(BITS, { bigint: true });
  const second = generatePrimeSync(BITS, { bigint: true });
  if (first === second) return makeGroup();
  return first < second ? { generator: first, modulus: second } : { generator: second, modulus: first };
}

/** Diffie-Hellman with numbers of 64 bits, which is all that the protocol has room for; a new secret each time. */
export function offerKey(): KeyOffer {
  group ??= makeGroup();
  const { generator, modulus } = group;
  const secret = (read64(randomBytes(BITS / 8)) % (modulus - 3n)) + 2n;
  return {
    generator,
    modulus,
    interKey: power(generator, secret, modulus),
    agree: (inter) => (inter > 1n && inter < modulus - 1n ? power(inter, secret, modulus) : null),
  };
}

export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

export interface Cipher {
  seal(data: Uint8Array): Uint8Array;
  /** null: not sealed with this key, or not the reply to what was sealed last. */
  open(sealed: Uint8Array): Uint8Array | null;
  /** That reply has come: the next packet has the next number. */
  advance(): void;
}

/** AES-128 in single blocks, as the protocol wants it; the key is the fixed one and the one agreed on. */
export function openCipher(fixedKey: bigint, agreed: bigint): Cipher {
  const key = Uint8Array.from([...number64(fixedKey), ...number64(agreed)]);
  // Each block stands for itself, so one of each serves for the key's life.
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  let count = 0;
  return {
    seal(data) {
      const used = 1 + COUNT_BYTES + data.length + CRC_BYTES;
      const padding = randomBytes(Math.ceil(used / BLOCK) * BLOCK - used);
      const covered = Uint8Array.of(data.length, ...number64(BigInt(count)).slice(0, COUNT_BYTES), ...data, ...padding);
      return new Uint8Array(cipher.update(Uint8Array.of(...covered, ...lowFirst(crc16(SSP, covered)))));
    },
    open(sealed) {
      if (sealed.length === 0 || sealed.length % BLOCK !== 0) return null;
      const plain = new Uint8Array(decipher.update(sealed));
      const sum = (plain.at(-2) ?? 0) | ((plain.at(-1) ?? 0) << 8);
      const [length = 0] = plain;
      const numbered = Number(read64(plain.subarray(1, 1 + COUNT_BYTES)));
      if (crc16(SSP, plain.subarray(0, -CRC_BYTES)) !== sum || numbered !== count + 1) return null;
      const end = 1 + COUNT_BYTES + length;
      return end + CRC_BYTES <= plain.length ? plain.slice(1 + COUNT_BYTES, end) : null;
    },
    advance: () => void (count += 1),
  };
}

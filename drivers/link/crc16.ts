/** The 16-bit checksums of the cables: one algorithm, and each protocol's choice of polynomial, seed and direction. */

export interface Crc16 {
  readonly poly: number;
  readonly seed: number;
  /** Least significant bit first; `poly` is then given reversed. */
  readonly reflected: boolean;
}

/** CCNET and ID003: CRC-16/KERMIT. */
export const KERMIT: Crc16 = { poly: 0x8408, seed: 0, reflected: true };
/** ITL SSP: x^16 + x^15 + x^2 + 1. */
export const SSP: Crc16 = { poly: 0x8005, seed: 0xffff, reflected: false };
/** ccTalk with 16-bit checksum: CRC-CCITT (XMODEM). */
export const CCITT: Crc16 = { poly: 0x1021, seed: 0, reflected: false };
/** Modbus RTU. */
export const MODBUS: Crc16 = { poly: 0xa001, seed: 0xffff, reflected: true };

export function crc16({ poly, seed, reflected }: Crc16, bytes: Uint8Array): number {
  let sum = seed;
  for (const byte of bytes) {
    sum ^= reflected ? byte : byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      if (reflected) sum = sum & 1 ? (sum >> 1) ^ poly : sum >> 1;
      else sum = (sum & 0x8000 ? (sum << 1) ^ poly : sum << 1) & 0xffff;
    }
  }
  return sum;
}

/** Low byte first, as all four send it. */
export function lowFirst(sum: number): readonly [low: number, high: number] {
  return [sum & 0xff, sum >> 8];
}

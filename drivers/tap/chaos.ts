/** A wire that goes wrong by a seed: it flips, loses, doubles, delays, cuts, joins and splits, and the same seed does the same again. */
import type { Clock } from '#contract/clock.ts';
import type { Transport } from '../transport/transport.ts';
import type { Tap } from './tap.ts';

export interface ChaosOptions {
  readonly seed: number;
  readonly clock: Clock;
  /** Of how many sayings one goes wrong. */
  readonly oneIn: number;
  /** May our own bytes be damaged? Only where the device can tell by a checksum; otherwise they are lost whole or not at all. */
  readonly damageQuestions: boolean;
  /**
   * `reports`: a bus that carries them whole: lost, doubled, late or wrong, but never cut or joined. `undamaged`: for a line
   * that nothing guards: lost, doubled, late, in pieces, but never wrong; `undamagedReports`: both.
   */
  readonly harm: keyof typeof HARMS;
}

export interface Chaos {
  readonly tap: Tap;
  /** What it did, for whoever has to understand a failure. */
  readonly did: readonly string[];
  /** Lets everything pass from now on, or no longer. */
  rest(peace: boolean): void;
}

/** One saying in pieces, each with a pause before it. Order is kept, as on a wire; at most one damage in a saying. */
type Piece = readonly [pauseMs: number, bytes: Uint8Array];
type Mischief = (bytes: Uint8Array, dice: Dice) => readonly Piece[] | 'cut';

/** The longest that anything comes late. */
export const LATEST_MS = 4_000;

const MISCHIEFS: Readonly<Record<string, Mischief>> = {
  flip: (bytes, dice) => {
    const at = dice(bytes.length);
    const bit = 1 << dice(8);
    return [[0, bytes.map((byte, index) => (index === at ? byte ^ bit : byte))]];
  },
  loseByte: (bytes, dice) => {
    const at = dice(bytes.length);
    return [[0, bytes.filter((_, index) => index !== at)]];
  },
  lose: () => [],
  double: (bytes) => [
    [0, bytes],
    [0, bytes],
  ],
  doubleLater: (bytes, dice) => [
    [0, bytes],
    [dice(2_000), bytes],
  ],
  delay: (bytes, dice) => [[dice(LATEST_MS), bytes]],
  split: (bytes, dice) => {
    const at = dice(bytes.length);
    return [
      [0, bytes.subarray(0, at)],
      [dice(60), bytes.subarray(at)],
    ];
  },
  tear: (bytes, dice) => [[0, bytes.subarray(0, dice(bytes.length))]],
  noise: (bytes, dice) => [
    [0, Uint8Array.from({ length: 1 + dice(20) }, () => dice(256))],
    [dice(3), bytes],
  ],
  cut: () => 'cut',
};
const HARMS = {
  any: Object.keys(MISCHIEFS),
  reports: ['flip', 'lose', 'double', 'doubleLater', 'delay', 'cut'],
  undamagedReports: ['lose', 'double', 'doubleLater', 'delay', 'cut'],
  undamaged: ['lose', 'double', 'doubleLater', 'delay', 'split', 'cut'],
} as const;

export function openChaos({ seed, clock, oneIn, damageQuestions, harm }: ChaosOptions): Chaos {
  const dice = openDice(seed);
  const names = HARMS[harm];
  const did: string[] = [];
  let resting = false;

  const choose = (bytes: Uint8Array, what: string): readonly Piece[] | 'cut' => {
    if (resting || bytes.length === 0 || dice(oneIn) !== 0) return [[0, bytes]];
    const name = names[dice(names.length)] ?? '';
    did.push(`${clock.monotonic()} ms: ${name} ${what} of ${bytes.length}`);
    return MISCHIEFS[name]?.(bytes, dice) ?? [[0, bytes]];
  };
  const tap: Tap = (wire) => {
    let open = true;
    wire.onClosed(() => (open = false));
    let free = 0;
    /** Pieces leave one after the other, never before the ones that were said earlier. */
    const inOrder = (pieces: readonly Piece[], listen: (bytes: Uint8Array) => void): void => {
      for (const [pauseMs, piece] of pieces) {
        const at = Math.max(free, clock.monotonic() + pauseMs);
        free = at;
        if (at <= clock.monotonic()) listen(piece);
        else clock.after(at - clock.monotonic(), () => open && listen(piece));
      }
    };
    return {
      baudRate: wire.baudRate,
      write: (bytes, limitMs) => writeBy(wire, bytes, limitMs),
      onBytes: (listen) =>
        wire.onBytes((bytes) => {
          const pieces = choose(bytes, 'reply');
          if (pieces === 'cut') void wire.close();
          else inOrder(pieces, listen);
        }),
      onClosed: (listen) => wire.onClosed(listen),
      close: () => wire.close(),
    };
  };
  const writeBy = async (wire: Transport, bytes: Uint8Array, limitMs: number) => {
    const pieces = choose(bytes, 'question');
    if (pieces === 'cut') {
      await wire.close();
      return 'closed';
    }
    if (!damageQuestions) return pieces.length === 0 ? 'taken' : wire.write(bytes, limitMs);
    for (const [, piece] of pieces) {
      if (piece.length > 0 && (await wire.write(piece, limitMs)) === 'closed') return 'closed';
    }
    return 'taken';
  };
  return {
    tap,
    did,
    rest(peace) {
      resting = peace;
    },
  };
}

/** A whole number from 0 to below `sides`. */
type Dice = (sides: number) => number;

/** Mulberry32: small, good enough, the same everywhere. */
function openDice(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

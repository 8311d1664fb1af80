/** A recorded wire as a wire again: whoever asks what was asked then hears what the device said then, and when. */
import type { Clock } from '#contract/clock.ts';
import type { Transport } from '../transport/transport.ts';
import type { WireRecord } from './wire-record.ts';

/** `real`: with the pauses of then. `fast`: without them. `byteByByte`: without them, and every byte alone. */
export type ReplaySpeed = 'real' | 'fast' | 'byteByByte';

export interface Replay {
  readonly transport: Transport;
  /** What was asked otherwise than it was then, in words; empty when all of it was. */
  differences(): readonly string[];
  /** Questions of the record that nobody has asked yet. */
  left(): number;
}

interface Turn {
  readonly question: string;
  readonly replies: readonly { readonly afterMs: number; readonly bytes: Uint8Array }[];
}

/** A record without bytes can't be replayed; that is a mistake of who calls, and throws. */
export function replayWire(record: WireRecord, speed: ReplaySpeed, clock: Clock, baudRate = 115_200): Replay {
  const turns = turnsOf(record);
  const found: string[] = [];
  const listeners = new Set<(bytes: Uint8Array) => void>();
  const closers = new Set<() => void>();
  let turn = 0;
  let open = true;

  const say = (bytes: Uint8Array): void => {
    const chunks = speed === 'byteByByte' ? [...bytes].map((byte) => Uint8Array.of(byte)) : [bytes];
    for (const chunk of chunks) for (const listen of [...listeners]) if (open) listen(chunk);
  };
  const transport: Transport = {
    baudRate,
    write(bytes) {
      if (!open) return Promise.resolve('closed');
      const asked = Buffer.from(bytes).toString('hex');
      const then = turns[turn];
      if (then?.question !== asked) found.push(`question ${turn + 1}: ${bytes.length} bytes other than recorded`);
      turn += 1;
      for (const { afterMs, bytes: said } of then?.replies ?? []) {
        clock.after(speed === 'real' ? afterMs : 0, () => say(said));
      }
      return Promise.resolve('taken');
    },
    onBytes(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    onClosed(listen) {
      closers.add(listen);
      return () => closers.delete(listen);
    },
    close() {
      open = false;
      for (const listen of [...closers]) listen();
      closers.clear();
      return Promise.resolve();
    },
  };
  return { transport, differences: () => found, left: () => Math.max(0, turns.length - turn) };
}

/** What the device said before the first question belongs to nobody and is left out. */
function turnsOf({ lines }: WireRecord): readonly Turn[] {
  const turns: { question: string; askedAt: number; replies: { afterMs: number; bytes: Uint8Array }[] }[] = [];
  for (const line of lines) {
    if (!('hex' in line)) throw new Error('a record without bytes can not be replayed');
    if (line.dir === 'toDevice') turns.push({ question: line.hex, askedAt: line.t, replies: [] });
    const last = turns.at(-1);
    if (line.dir === 'toDevice' || last === undefined) continue;
    last.replies.push({ afterMs: line.t - last.askedAt, bytes: new Uint8Array(Buffer.from(line.hex, 'hex')) });
  }
  return turns;
}

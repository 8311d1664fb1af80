/** The bytes of one card and nothing around them: three questions and their answers on a paced wire. */
import path from 'node:path';
import { openSerial } from '#drivers/transport/serial.ts';
import type { Transport } from '#drivers/transport/transport.ts';
import { resident } from '#fixtures/people/cards.ts';
import { startIdCardReader } from '#fixtures/simulators/start-simulator.ts';

/** Find, select, read (text and photo), and how many bytes come back. */
const EXCHANGES = [
  { hex: 'aaaaaa96690003200122', answerBytes: 15 },
  { hex: 'aaaaaa96690003200221', answerBytes: 19 },
  { hex: 'aaaaaa96690003300132', answerBytes: 1295 },
] as const;
const WRITE_LIMIT_MS = 5_000;

/** Milliseconds of each of so many cards. */
export async function bareReading(folder: string, baudRate: 9600 | 115200, cards: number): Promise<readonly number[]> {
  const settings = { findMs: 0, readMs: 0, baudRate };
  const reader = await startIdCardReader({ link: path.join(folder, 'bare-reader'), settings });
  try {
    const opened = await openSerial({ path: reader.path, baudRate });
    if (!opened.ok) throw new Error(opened.fault.detail);
    const times: number[] = [];
    for (let card = 0; card < cards; card += 1) {
      await reader.lift();
      await reader.putDown(resident);
      const from = performance.now();
      for (const exchange of EXCHANGES) await converse(opened.value, exchange);
      times.push(performance.now() - from);
    }
    await opened.value.close();
    return times;
  } finally {
    await reader.close();
  }
}

function converse(wire: Transport, { hex, answerBytes }: (typeof EXCHANGES)[number]): Promise<void> {
  return new Promise((resolve) => {
    let heard = 0;
    const stop = wire.onBytes((bytes) => {
      heard += bytes.length;
      if (heard < answerBytes) return;
      stop();
      resolve();
    });
    void wire.write(Buffer.from(hex, 'hex'), WRITE_LIMIT_MS);
  });
}

/** A scanner on a serial line (RS-232 or USB-CDC): bytes come when somebody shows a code, and nothing is ever asked. */
import type { Clock } from '#contract/clock.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import { defineDriver } from '../define-driver.ts';
import type { ScanNews } from '../scan/news.ts';
import { serveScanner } from '../scan/serve-scanner.ts';
import { byteAddress } from '../transport/byte-address.ts';
import type { Transport } from '../transport/transport.ts';
import { hear, NOTHING_HELD, silence, type Assembled, type Dress } from './assembler.ts';
import { narrateScanner } from './narrate.ts';

type Settings = SettingsOf<'BarcodeReader', 'scanner-serial'>;

export const scannerSerial = defineDriver({
  deviceClass: 'BarcodeReader',
  model: 'scanner-serial',
  narrate: (settings) => narrateScanner(dressOf(settings)),
  open: ({ cables, place, settings, ...surroundings }) =>
    serveScanner<Transport>(
      {
        open: () => cables.bytes(byteAddress(place, settings)),
        attach(wire, tell) {
          assemble(wire, dressOf(settings), surroundings.clock, tell);
          return Promise.resolve();
        },
      },
      surroundings,
    ),
});

function assemble(wire: Transport, dress: Dress, clock: Clock, tell: (news: ScanNews) => void): void {
  let state = NOTHING_HELD;
  let stopWaiting: (() => void) | null = null;
  /** A kiosk that was busy for so long hears of its timers first: what waits to be read comes before silence counts. */
  const glance = (): void => {
    stopWaiting = clock.after(1, () => take(silence(state, dress)));
  };
  const take = ({ state: next, news, waitMs }: Assembled): void => {
    state = next;
    stopWaiting?.();
    stopWaiting = waitMs === null ? null : clock.after(waitMs, glance);
    for (const each of news) tell(each);
  };
  wire.onBytes((bytes) => take(hear(state, bytes, dress)));
  wire.onClosed(() => {
    stopWaiting?.();
    state = NOTHING_HELD;
  });
}

const LINE_ENDS: ReadonlySet<string> = new Set(['\r', '\n', '\r\n']);

export function dressOf({ prefix, suffix, aimIds, quietMs }: Omit<Settings, 'baudRate'>): Dress {
  const end = suffix === '' ? 'quiet' : LINE_ENDS.has(suffix) ? 'line' : latin1(suffix);
  return { prefix: latin1(prefix), end, aimIds, quietMs };
}

/** One byte a character, as a technician writes "\x02" in kiosk.yaml. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

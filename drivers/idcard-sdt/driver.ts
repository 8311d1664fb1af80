/** The resident ID card reader with SAM_A frames (SDT) on a serial line. */
import { defineDriver } from '../define-driver.ts';
import { byteAddress } from '../transport/byte-address.ts';
import { narrateReader } from './narrate.ts';
import { serveReader } from './serve-reader.ts';

export const idcardSdt = defineDriver({
  deviceClass: 'CardReader',
  model: 'idcard-sdt',
  narrate: narrateReader,
  open: ({ cables, place, settings, ...surroundings }) =>
    serveReader(() => cables.bytes(byteAddress(place, settings)), surroundings),
});

/**
 * How each model is recognised on a serial port: one harmless question, and the shape of an answer to it. The order
 * matters: printers first, because to them every other question is text that they would keep for the next receipt.
 */
import type { DeviceClass } from '#contract/devices/classes.ts';
import { encodeCommand } from '#drivers/idcard-sdt/codec.ts';
import { sdtFramer } from '#drivers/idcard-sdt/framer.ts';
import type { SerialAddress } from '#drivers/transport/transport.ts';
import { hasFrame, hasInTurn, isModbus } from './recognise.ts';

export type Line = Required<Omit<SerialAddress, 'path'>>;

export interface Probe {
  readonly deviceClass: DeviceClass;
  readonly model: string;
  /** Most usual first. */
  readonly lines: readonly Line[];
  /** Asks how it is and nothing else: moves no paper and no money, confirms nothing, forgets nothing. */
  readonly ask: Uint8Array;
  /** Asked as well where `ask` was answered, for answers too short to be sure. */
  readonly confirm?: Uint8Array;
  /** How often it is asked while it is silent: on a busy machine an answer may come late. */
  readonly attempts: number;
  readonly waitMs: number;
  readonly recognise: (heard: Uint8Array) => boolean;
}

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

const at = (baudRate: number, parity: Line['parity'] = 'none', stopBits: Line['stopBits'] = 1): Line => ({
  baudRate,
  parity,
  stopBits,
});
const FAST_FIRST = [115200, 9600, 38400, 57600, 19200].map((rate) => at(rate));

export const PROBES: readonly Probe[] = [
  {
    deviceClass: 'Printer',
    model: 'receipt-escpos',
    lines: FAST_FIRST,
    // DLE EOT 4 is obeyed wherever it stands, and prints nothing. Heard at another speed it is rubbish without a line
    // feed at every pair of these speeds, which DLE EOT 1 is not: so that one is asked only where the first was answered.
    ask: bytes('10 04 04'),
    confirm: bytes('10 04 01'),
    // A printer that is missed here prints the questions that follow.
    attempts: 2,
    waitMs: 400,
    // 0xx1xx10, once, and nothing else.
    recognise: (heard) => heard.length === 1 && heard.every((byte) => (byte & 0x93) === 0x12),
  },
  {
    deviceClass: 'Auxiliaries',
    model: 'ups-megatec',
    lines: [at(2400)],
    // The first CR ends whatever it has heard until now.
    ask: new Uint8Array(Buffer.from('\rQ1\r', 'latin1')),
    attempts: 2,
    waitMs: 600,
    recognise: (heard) => /\(\d{3}\.\d \d{3}\.\d /.test(Buffer.from(heard).toString('latin1')),
  },
  {
    deviceClass: 'CardReader',
    model: 'idcard-sdt',
    lines: FAST_FIRST,
    ask: encodeCommand('samStatus'),
    // At five speeds, which takes long enough.
    attempts: 1,
    waitMs: 500,
    recognise: (heard) => sdtFramer.cut(new Uint8Array(0), heard).frames.some(({ kind }) => kind === 'reply'),
  },
  {
    deviceClass: 'CashAcceptor',
    model: 'notes-ccnet',
    lines: [at(9600)],
    // Its answer is not acknowledged: what it has to say of a note it says again to the kiosk.
    ask: bytes('02 03 06 33 DA 81'),
    attempts: 2,
    waitMs: 250,
    recognise: (heard) => hasFrame(heard, { start: bytes('02 03'), lengthAt: 2, crc: 'kermit' }),
  },
  {
    deviceClass: 'CashAcceptor',
    model: 'notes-id003',
    lines: [at(9600, 'even')],
    // Not acknowledged either.
    ask: bytes('FC 05 11 27 56'),
    attempts: 2,
    waitMs: 300,
    recognise: (heard) => hasFrame(heard, { start: bytes('FC'), lengthAt: 1, crc: 'kermit' }),
  },
  {
    deviceClass: 'CashAcceptor',
    model: 'notes-ssp',
    lines: [at(9600, 'none', 2)],
    // SYNC only says which packet comes next; no event is taken from its list.
    ask: bytes('7F 80 01 11 65 82'),
    attempts: 2,
    waitMs: 300,
    recognise: (heard) => hasInTurn(heard, bytes('7F 80 01 F0 23 80')) || hasInTurn(heard, bytes('7F 00 01 F0 20 0A')),
  },
  {
    deviceClass: 'CashAcceptor',
    model: 'coins-cctalk',
    lines: [at(9600)],
    // Simple poll to address 2; on the one wire our own question comes back first.
    ask: bytes('02 00 01 FE FF'),
    attempts: 2,
    waitMs: 200,
    recognise: (heard) => hasInTurn(heard, bytes('01 00 02 00 FD')),
  },
  {
    deviceClass: 'Lights',
    model: 'modbus',
    lines: [at(9600), at(19200, 'even')],
    // Reads one input of unit 1; an exception is an answer as well.
    ask: bytes('01 02 00 00 00 01 B9 CA'),
    attempts: 2,
    waitMs: 250,
    recognise: isModbus,
  },
];

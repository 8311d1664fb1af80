/** Which stations answer on a Modbus line, and what each has: by that a draft says which is the light board and which has the contacts. */
import { crc16, lowFirst, MODBUS } from '#drivers/link/crc16.ts';
import type { Transport } from '#drivers/transport/transport.ts';
import type { Line } from './probes.table.ts';
import { askOnce, type PortOpener } from './probe-port.ts';

export interface ModbusStation {
  readonly unit: number;
  readonly has: 'inputs' | 'coils' | 'registers';
}

/** Boards are numbered from 1 by hand, with few switches. */
const HIGHEST_UNIT = 8;
const WAIT_MS = 250;
/** Reads one of the first of each kind; nothing is written. In this order: what has contacts is no light board. */
const KINDS = [
  { has: 'inputs', code: 0x02 },
  { has: 'coils', code: 0x01 },
  { has: 'registers', code: 0x03 },
] as const;

/** Empty when the port can't be opened any more. */
export async function surveyModbus(path: string, line: Line, opener: PortOpener): Promise<readonly ModbusStation[]> {
  const opened = await opener.open({ path, ...line });
  if (!opened.ok) return [];
  const stations: ModbusStation[] = [];
  for (let unit = 1; unit <= HIGHEST_UNIT; unit += 1) {
    const has = await lookAt(opened.value, unit, opener);
    if (has !== null) stations.push({ unit, has });
  }
  await opened.value.close();
  return stations;
}

/** null: nobody has this number, or somebody who has nothing that we could use. */
async function lookAt(wire: Transport, unit: number, { clock }: PortOpener): Promise<ModbusStation['has'] | null> {
  for (const { has, code } of KINDS) {
    const ask = framed([unit, code, 0, 0, 0, 1]);
    const recognise = (heard: Uint8Array): boolean => answerIn(heard, unit, code) !== null;
    const heard = await askOnce(wire, { ask, waitMs: WAIT_MS, recognise }, clock);
    const answer = heard && answerIn(heard, unit, code);
    if (answer === null) return null;
    if (answer === 'value') return has;
  }
  return null;
}

function framed(bytes: readonly number[]): Uint8Array {
  return Uint8Array.from([...bytes, ...lowFirst(crc16(MODBUS, Uint8Array.from(bytes)))]);
}

/** A value of one point, or an exception, anywhere in what was heard. */
function answerIn(heard: Uint8Array, unit: number, code: number): 'value' | 'exception' | null {
  const valueBytes = code === 0x03 ? 2 : 1;
  for (const from of heard.keys()) {
    const frame = heard.subarray(from);
    if (isFrame(frame.subarray(0, 5 + valueBytes), [unit, code, valueBytes])) return 'value';
    if (isFrame(frame.subarray(0, 5), [unit, code | 0x80])) return 'exception';
  }
  return null;
}

function isFrame(frame: Uint8Array, start: readonly number[]): boolean {
  if (frame.length < 5 || !start.every((byte, index) => frame[index] === byte)) return false;
  const [low, high] = lowFirst(crc16(MODBUS, frame.subarray(0, -2)));
  return frame.at(-2) === low && frame.at(-1) === high;
}

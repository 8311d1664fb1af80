/** A HID device in memory whose far end is a script: the scripted wire with a descriptor and settings. */
import type { Reports, WriteOutcome } from '../transport/transport.ts';
import { ScriptedWire, type ScriptedWireOptions } from './scripted-wire.ts';

export class ScriptedReports extends ScriptedWire implements Reports {
  readonly vendorId: number;
  readonly descriptor: Uint8Array;
  /** What was set, in order. */
  readonly features: Uint8Array[] = [];
  /** A device takes a setting when this resolves. */
  takes: Promise<WriteOutcome> = Promise.resolve('taken');

  constructor(descriptor: Uint8Array, options: Omit<ScriptedWireOptions, 'byteByByte'> = {}, vendorId = 0x1234) {
    super(options);
    this.descriptor = descriptor;
    this.vendorId = vendorId;
  }

  setFeature(report: Uint8Array, _limitMs: number): Promise<WriteOutcome> {
    this.features.push(report);
    return this.takes;
  }
}

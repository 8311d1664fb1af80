/** What of a kiosk can be had now: the screens say what can't be done before a citizen begins it (law 6). */
import { z } from 'zod';
import type { FaultCode } from '../faults.table.ts';
import { DeviceClass } from './classes.ts';

/**
 * What a service can need: a device (`Printer` is one of receipts, `A4Printer` one of documents), the line to the hub, room on the disk for what is entered, and to know what day it
 * is, for ages and terms.
 */
export const Need = z.enum([...DeviceClass.options, 'A4Printer', 'Line', 'Room', 'Day']);
export type Need = z.infer<typeof Need>;

export interface Lack {
  /** What a citizen would meet. */
  readonly fault: FaultCode;
  /** For whoever answers the telephone, for example `card-reader/noDevice`; nothing personal. */
  readonly reference: string;
}

export interface Availability {
  /** Why this can't be had now; null while nothing is known against it. */
  lack(need: Need): Lack | null;
  /** Called when an answer changed; returns a function that stops listening. */
  onChange(listen: () => void): () => void;
}

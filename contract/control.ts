/** How `yeban` talks to the running kiosk: `<store>/control.sock`, one JSON document per line, technician's scopes, audited. */
import { z } from 'zod';
import { TracePage, TraceRequest } from './devices/trace.ts';
import { DeviceId, KioskId, StationId } from './ids.ts';
import { Json } from './json.ts';
import { RecordEnvelope } from './record.ts';
import { ControlDevice } from './technician/cabinet.ts';
import { technicianCalls } from './technician/calls.ts';
import type { Scope } from './technician/roles.ts';

export const CONTROL_SOCKET = 'control.sock';

/** Shape of `outbox status` in the manual for technicians. */
export const OutboxReport = z.strictObject({
  epoch: z.string(),
  firstSeq: z.number().int().nullable(),
  lastSeq: z.number().int().nullable(),
  pending: z.number().int(),
  acknowledged: z.number().int(),
  quarantined: z.number().int(),
  oldestPendingSeconds: z.number().nullable(),
  chain: z.enum(['ok', 'broken']),
});
export type OutboxReport = Readonly<z.infer<typeof OutboxReport>>;

export const ChainReport = z.strictObject({
  rows: z.number().int(),
  chain: z.enum(['ok', 'broken']),
  /** The first row that does not fit, as `epoch/seq`. */
  brokenAt: z.string().nullable(),
});
export type ChainReport = Readonly<z.infer<typeof ChainReport>>;

/** A row's place among all epochs; opaque to whoever pages through them. */
export const OutboxPlace = z.strictObject({ ordinal: z.number().int(), seq: z.number().int() });
export type OutboxPlace = Readonly<z.infer<typeof OutboxPlace>>;

/** `off`: not what the hub says, whose word counts; `wrong`: it can't be right; `unknown`: the hub was not heard yet. */
export const ClockVerdict = z.enum(['ok', 'off', 'wrong', 'unknown']);
export type ClockVerdict = z.infer<typeof ClockVerdict>;

export const KioskReport = z.strictObject({
  kiosk: KioskId,
  station: StationId,
  /** Null while there is no usable release. */
  release: z.number().int().nullable(),
  /** Why the last offered release was refused, or null. */
  refused: z.string().nullable(),
  /** A citizen is being served; who, is nobody's business. */
  busy: z.boolean(),
  screen: z.string(),
  hub: z.strictObject({ reachable: z.boolean(), since: z.number(), fault: z.string().nullable() }),
  /** The machine's clock, since this kiosk was started. */
  clock: ClockVerdict,
  startedAt: z.number(),
});
export type KioskReport = Readonly<z.infer<typeof KioskReport>>;

export const control = {
  ...technicianCalls,
  'kiosk.report': { scope: 'diagnose', request: z.null(), reply: KioskReport },
  'device.list': { scope: 'diagnose', request: z.null(), reply: z.array(ControlDevice) },
  /** Refused with `device.busy` while a citizen is served. */
  'device.execute': {
    scope: 'service',
    request: z.strictObject({
      device: DeviceId,
      command: z.string(),
      payload: Json,
      timeoutMs: z.number().int().positive().max(120_000),
    }),
    reply: Json,
  },
  /** What passed on the wire, in words and without anything personal. */
  'device.trace': {
    scope: 'diagnose',
    request: z.strictObject({ device: DeviceId, asked: TraceRequest }),
    reply: TracePage,
  },
  'outbox.report': { scope: 'diagnose', request: z.null(), reply: OutboxReport },
  /** Hashes every row of the current epoch again. */
  'outbox.verify': { scope: 'diagnose', request: z.null(), reply: ChainReport },
  /** Rows the hub does not have, sealed as they wait, in order; `next` is where to go on, null at the end. */
  'outbox.page': {
    scope: 'diagnose',
    request: z.strictObject({ after: OutboxPlace.nullable() }),
    reply: z.strictObject({ rows: z.array(RecordEnvelope), next: OutboxPlace.nullable() }),
  },
  /** Sends what waits, now. */
  'outbox.kick': { scope: 'service', request: z.null(), reply: z.null() },
  /** Looks for a new release, now. */
  'release.check': { scope: 'service', request: z.null(), reply: z.strictObject({ activated: z.number().nullable() }) },
} as const satisfies Record<string, { scope: Scope; request: z.ZodType; reply: z.ZodType }>;

export type ControlName = keyof typeof control;
export const ControlName = z.enum(Object.keys(control) as [ControlName, ...ControlName[]]);
export type ControlRequest<N extends ControlName> = z.infer<(typeof control)[N]['request']>;
export type ControlReply<N extends ControlName> = z.infer<(typeof control)[N]['reply']>;
export type ControlHandlers = {
  readonly [N in ControlName]: (request: ControlRequest<N>) => Promise<ControlReply<N>>;
};

/** One line each way. */
export const ControlLine = z.strictObject({ id: z.number().int(), call: z.string(), request: Json });
export const ControlAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ id: z.number().int(), ok: z.literal(true), reply: Json }),
  z.strictObject({
    id: z.number().int(),
    ok: z.literal(false),
    fault: z.strictObject({ code: z.string(), message: z.string() }),
  }),
]);
export type ControlAnswer = Readonly<z.infer<typeof ControlAnswer>>;

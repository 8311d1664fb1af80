/** The calls of the control socket that the technician's panel is made of. */
import { z } from 'zod';
import { DeviceId } from '../ids.ts';
import { Drive, BundleReport } from './bundle.ts';
import { CabinetView, TestReport } from './cabinet.ts';
import { AuditPage, AuditReport, HistoryPage, HistoryRequest, PastRequest } from './history.ts';
import { MachineReport } from './machine.ts';
import type { Scope } from './roles.ts';
import { Supply, SupplyId } from './supplies.ts';
import { Counter, DeviceTotals } from './totals.ts';

export const technicianCalls = {
  'cabinet.view': { scope: 'diagnose', request: z.null(), reply: CabinetView },
  /** The internal self-test: moves nothing, needs nobody. Refused with `device.busy` while a citizen is served. */
  'device.selfTest': { scope: 'diagnose', request: z.strictObject({ device: DeviceId }), reply: TestReport },
  /** One of the `tests` of a device in the cabinet: it may move paper or need a hand. */
  'device.tryOut': {
    scope: 'service',
    request: z.strictObject({ device: DeviceId, command: z.string().max(40) }),
    reply: TestReport,
  },
  /** What the technician's eyes say of the test before; kept in the history. */
  'device.judge': {
    scope: 'service',
    request: z.strictObject({ device: DeviceId, command: z.string().max(40), good: z.boolean() }),
    reply: z.null(),
  },
  'counters.read': { scope: 'diagnose', request: z.null(), reply: z.array(Counter) },
  'statistics.read': { scope: 'diagnose', request: z.null(), reply: z.array(DeviceTotals) },
  'supplies.read': { scope: 'diagnose', request: z.null(), reply: z.array(Supply) },
  /** A new one was put in. `amount` in the supply's unit; null: as much as a new one holds. Refused with `supply.unknown`. */
  'supply.renew': {
    scope: 'service',
    request: z.strictObject({ supply: SupplyId, amount: z.number().positive().max(100_000).nullable() }),
    reply: Supply,
  },
  'history.page': { scope: 'diagnose', request: HistoryRequest, reply: HistoryPage },
  'audit.page': { scope: 'diagnose', request: PastRequest, reply: AuditPage },
  /** Hashes every entry again. */
  'audit.verify': { scope: 'diagnose', request: z.null(), reply: AuditReport },
  'machine.report': { scope: 'diagnose', request: z.null(), reply: MachineReport },
  /** Mounted drives that can be pulled out; an empty list is an answer. */
  'drives.list': { scope: 'diagnose', request: z.null(), reply: z.array(Drive) },
  /** Writes a new folder below `folder`, one of the drives. Refused with one of the codes `bundle.…`. */
  'bundle.write': {
    scope: 'diagnose',
    request: z.strictObject({ folder: z.string().min(1).max(1_000) }),
    reply: BundleReport,
  },
} as const satisfies Record<string, { scope: Scope; request: z.ZodType; reply: z.ZodType }>;

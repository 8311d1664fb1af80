/** What a technician may do: the two scopes, and the roles whose keys grant them. */
import { z } from 'zod';

/** `diagnose` only looks; `service` moves something or changes what the kiosk does. */
export const Scope = z.enum(['diagnose', 'service']);
export type Scope = z.infer<typeof Scope>;

/** 巡检 looks and takes logs along; 维修 does everything. */
export const TechnicianRole = z.enum(['inspector', 'technician']);
export type TechnicianRole = z.infer<typeof TechnicianRole>;

export const SCOPES_OF: Readonly<Record<TechnicianRole, readonly Scope[]>> = {
  inspector: ['diagnose'],
  technician: ['diagnose', 'service'],
};

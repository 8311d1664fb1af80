/** Names of things as branded strings, so that one can't be passed for another. */
import { z } from 'zod';

const slug = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, for example micro-centre-1');

export const StationId = slug.brand('StationId');
export type StationId = z.infer<typeof StationId>;
export const DeviceId = slug.brand('DeviceId');
export type DeviceId = z.infer<typeof DeviceId>;
export const ServiceId = slug.brand('ServiceId');
export type ServiceId = z.infer<typeof ServiceId>;
export const PackageId = slug.brand('PackageId');
export type PackageId = z.infer<typeof PackageId>;
export const StepId = slug.brand('StepId');
export type StepId = z.infer<typeof StepId>;
/** A set of data that somebody elsewhere keeps, as named in sources.yaml. camelCase, since rules ask for it by this name. */
export const SourceId = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z0-9]*$/, 'camelCase, for example socialInsurance')
  .brand('SourceId');
export type SourceId = z.infer<typeof SourceId>;
/** Whoever answers for sources, as named in sources.yaml and in the hub's hub.yaml. */
export const ConnectorId = slug.brand('ConnectorId');
export type ConnectorId = z.infer<typeof ConnectorId>;

/** A data element's name: one question, shared by every service that asks it. camelCase, usable in a CEL guard. */
export const ElementId = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z0-9]*$/, 'camelCase, for example mobilePhone')
  .brand('ElementId');
export type ElementId = z.infer<typeof ElementId>;

export const KioskId = z.uuid().brand('KioskId');
export type KioskId = z.infer<typeof KioskId>;
export const SessionId = z.uuid().brand('SessionId');
export type SessionId = z.infer<typeof SessionId>;
/** UUIDv7, given once at the kiosk: the hub keeps a record by it, so sending twice is harmless. */
export const RecordId = z.uuid().brand('RecordId');
export type RecordId = z.infer<typeof RecordId>;

/** One page of paper that a session took a picture of; means something only as long as the session lasts. */
export const PageId = z.uuid().brand('PageId');
export type PageId = z.infer<typeof PageId>;
/** A document that a service asks for, as named in materials.yaml. */
export const MaterialId = slug.brand('MaterialId');
export type MaterialId = z.infer<typeof MaterialId>;

/** A calendar day at the station, `YYYY-MM-DD`. */
export const Day = z.iso.date().brand('Day');
export type Day = z.infer<typeof Day>;

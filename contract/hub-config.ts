/** hub.yaml: whom the hub asks on a citizen's behalf. One strict schema, parsed at the door. */
import { z } from 'zod';
import { ConnectorId } from './ids.ts';
import { SafeAddress } from './safe-address.ts';

export const ConnectorConfig = z.strictObject({
  /** `POST <url>/sources/<source>`, see docs/connectors.md. */
  url: SafeAddress,
  /** How long one answer may take; a kiosk's citizen is waiting meanwhile. */
  timeoutMs: z.number().int().min(100).max(60_000).default(5_000),
});
export type ConnectorConfig = Readonly<z.infer<typeof ConnectorConfig>>;

export const HubConfig = z.strictObject({ connectors: z.record(ConnectorId, ConnectorConfig).default({}) });
export type HubConfig = Readonly<z.infer<typeof HubConfig>>;

/** How a kiosk becomes known to a hub, and how it proves afterwards that it is that kiosk. */
import { z } from 'zod';
import { SealingKey } from './hub-api.ts';
import { KioskId, StationId } from './ids.ts';
import { ReleaseKey } from './release.ts';

/** Eight letters and digits without look-alikes, in two groups, for example `7KQM-X2RA`. Good once, for 15 minutes. */
export const EnrolmentCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/, 'a code such as 7KQM-X2RA');
export type EnrolmentCode = z.infer<typeof EnrolmentCode>;
export const CODE_LIFE_MS = 15 * 60_000;

/** `POST /v1/enrolment-codes` (staff). */
export const NewCode = z.strictObject({ station: StationId });
export const IssuedCode = z.strictObject({ code: EnrolmentCode, station: StationId, expiresAt: z.number() });
export type IssuedCode = Readonly<z.infer<typeof IssuedCode>>;

/** `POST /v1/enrol` (kiosk, with the code instead of a signature). The key is raw Ed25519, base64. */
export const EnrolRequest = z.strictObject({
  code: EnrolmentCode,
  kiosk: KioskId,
  station: StationId,
  publicKey: z.base64(),
});
export type EnrolRequest = Readonly<z.infer<typeof EnrolRequest>>;

/** What the kiosk keeps from then on. A kiosk enrolled again gets a new key and its old one is revoked. */
export const EnrolReply = z.strictObject({
  keyId: z.string(),
  sealingKey: SealingKey,
  /** Null while the hub knows no release key yet. */
  releaseKey: ReleaseKey.nullable(),
  hubTime: z.number(),
});
export type EnrolReply = Readonly<z.infer<typeof EnrolReply>>;

/**
 * RFC 9421 over `@method`, `@authority`, `@path`, `content-digest` (RFC 9530, sha-256), with `created`, `expires`,
 * `nonce`, `keyid`, `alg="ed25519"`, labelled `kiosk`. Replays are refused within the window.
 */
export const SIGNATURE_LABEL = 'kiosk';
export const SIGNED_COMPONENTS = ['@method', '@authority', '@path', 'content-digest'] as const;
export const SIGNATURE_WINDOW_MS = 300_000;

/** `fault.code` of a 401. `signature.old` carries the hub's time in `fault.hubTime`, so that a wrong clock can be allowed for. */
export const KioskRefusal = z.enum([
  'kiosk.unknown',
  'kiosk.revoked',
  'signature.missing',
  'signature.bad',
  'signature.old',
  'signature.replayed',
]);
export type KioskRefusal = z.infer<typeof KioskRefusal>;

/** `GET /v1/kiosks` (staff). */
export const KioskRow = z.strictObject({
  kiosk: KioskId,
  station: StationId,
  enrolledAt: z.number(),
  lastSeenAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
  /** What it runs, as it said itself; of its newest case when it never did. */
  release: z.number().int().nullable(),
  /** Why it doesn't run what it was offered, or nothing at all: the name. */
  refused: z.string().nullable(),
  alarms: z.number().int(),
  /** Rows that were laid aside and wait for somebody to look. */
  setAside: z.number().int(),
  /** The names of what is wrong, the newest first. */
  troubles: z.array(z.strictObject({ code: z.string(), at: z.number() })),
});
export type KioskRow = Readonly<z.infer<typeof KioskRow>>;
export const KioskList = z.strictObject({ kiosks: z.array(KioskRow) });

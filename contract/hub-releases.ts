/** Releases on their way: manager → hub → kiosk. The files are those of `contract/release.ts`. */
import { z } from 'zod';
import { ReleaseKey, TargetsMetadata } from './release.ts';

/** The largest release a hub takes and a kiosk fetches, all targets together. */
export const RELEASE_LIMIT_BYTES = 64 * 1024 * 1024;
export const TARGET_LIMIT_BYTES = 16 * 1024 * 1024;
/** `targets.json` as it lies on a disk: room for some five thousand files. */
export const METADATA_LIMIT_BYTES = 1024 * 1024;

/** `PUT /v1/targets/:sha256`: one file, stored by its hash. `POST /v1/releases`: the signed metadata, refused unless complete. */
export const PublishRelease = z.strictObject({
  metadata: TargetsMetadata,
  /** The key it is signed with. A hub that knows none yet pins this one; afterwards it is not heeded. */
  key: ReleaseKey.optional(),
});
export type PublishRelease = Readonly<z.infer<typeof PublishRelease>>;

/** Why a release is not taken, at the hub and at the kiosk; the same names in both places. */
export const ReleaseRefusalName = z.enum([
  'malformed',
  'badSignature',
  'untrustedKey',
  'expired',
  'older',
  'incomplete',
  'wrongHash',
  'tooLarge',
  'gateFailed',
  /** It has nothing for the station of this kiosk; only a kiosk knows. */
  'wrongStation',
  'notFound',
]);
export type ReleaseRefusalName = z.infer<typeof ReleaseRefusalName>;

/**
 * `GET /v1/kiosks/:kiosk/release`: what this kiosk shall run; targets then come from `GET /v1/targets/:sha256`.
 * `GET /v1/releases/:version`: the same of an earlier release, for whoever goes back to it.
 */
export const ReleaseOffer = z.strictObject({ metadata: TargetsMetadata.nullable() });
export type ReleaseOffer = Readonly<z.infer<typeof ReleaseOffer>>;

/** `GET /v1/kiosks/:kiosk/release-key`: for a kiosk that was enrolled before the hub knew a key; null until it does. */
export const ReleaseKeyOffer = z.strictObject({ key: ReleaseKey.nullable() });
export type ReleaseKeyOffer = Readonly<z.infer<typeof ReleaseKeyOffer>>;

/** `POST /v1/kiosks/:kiosk/report`: what the kiosk runs, and the name of why not something else. Sent when it changes. */
export const ReleaseReport = z.strictObject({
  release: z.number().int().positive().nullable(),
  refused: z
    .string()
    .regex(/^[A-Za-z.]{1,60}$/)
    .nullable(),
});
export type ReleaseReport = Readonly<z.infer<typeof ReleaseReport>>;

/** `GET /v1/releases`, newest first. */
export const ReleaseList = z.strictObject({
  trust: ReleaseKey.nullable(),
  releases: z.array(
    z.strictObject({
      version: z.number().int(),
      publishedAt: z.number(),
      targets: z.number().int(),
      bytes: z.number(),
    }),
  ),
});
export type ReleaseList = Readonly<z.infer<typeof ReleaseList>>;

/** A release as it travels and rests: TUF 1.0 targets metadata over content-addressed files. */
import { z } from 'zod';

/** The TUF key object; its id is the SHA-256 of its canonical JSON. */
export const ReleaseKey = z.strictObject({
  keytype: z.literal('ed25519'),
  scheme: z.literal('ed25519'),
  keyval: z.strictObject({ public: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type ReleaseKey = Readonly<z.infer<typeof ReleaseKey>>;

export const Target = z.strictObject({
  length: z.number().int().nonnegative(),
  hashes: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});

export const TargetsMetadata = z.strictObject({
  signed: z.strictObject({
    _type: z.literal('targets'),
    spec_version: z.string(),
    /** Only ever grows: the kiosk refuses an older one. */
    version: z.number().int().positive(),
    expires: z.iso.datetime(),
    /** By path inside the release, for example `services/senior-card.json`. */
    targets: z.record(z.string().regex(/^[a-z0-9]+([./-][A-Za-z0-9]+)*$/), Target),
  }),
  signatures: z.array(z.strictObject({ keyid: z.string(), sig: z.string().regex(/^[0-9a-f]{128}$/) })).min(1),
});
export type TargetsMetadata = Readonly<z.infer<typeof TargetsMetadata>>;

/** Below `<store>/releases/<version>/`: the metadata file, and each target as `targets/<sha256>`. */
export const METADATA_FILE = 'targets.json';
export const TARGETS_FOLDER = 'targets';

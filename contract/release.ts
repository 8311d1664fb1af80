/**
 * A release as it travels and rests: TUF 1.0 targets metadata over content-addressed files. What TUF allows beside is let
 * through and kept, because it is signed too: later releases may say more (`custom`, `delegations`, a second hash).
 */
import { z } from 'zod';
import { toTheLetter } from './message.ts';

/** The TUF key object; its id is the SHA-256 of its canonical JSON. */
export const ReleaseKey = z
  .strictObject({
    keytype: z.literal('ed25519'),
    scheme: z.literal('ed25519'),
    keyval: z.strictObject({ public: z.string().regex(/^[0-9a-f]{64}$/) }),
  })
  .register(toTheLetter, { why: 'its id is the hash of all of it' });
export type ReleaseKey = Readonly<z.infer<typeof ReleaseKey>>;

export const Target = z.looseObject({
  length: z.number().int().nonnegative(),
  hashes: z.looseObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});

export const TargetsMetadata = z.looseObject({
  signed: z.looseObject({
    _type: z.literal('targets'),
    /** TUF 1: another major version may mean something else by the same words. */
    spec_version: z.string().regex(/^1(\.\d{1,6}){1,2}$/),
    /** Only ever grows: the kiosk refuses an older one. */
    version: z.number().int().positive(),
    /** `2027-11-20T00:00:00Z`: TUF knows no parts of a second and no other zone. */
    expires: z.iso.datetime({ precision: 0 }),
    /** By path inside the release, for example `services/senior-card.json`. */
    targets: z.record(z.string().regex(/^[a-z0-9]+([./-][A-Za-z0-9]+)*$/), Target),
  }),
  /** Of other keys too, one day of other kinds: only what the trusted key says counts. */
  signatures: z.array(z.looseObject({ keyid: z.string(), sig: z.string().regex(/^[0-9a-f]*$/) })).min(1),
});
export type TargetsMetadata = Readonly<z.infer<typeof TargetsMetadata>>;

/** Below `<store>/releases/<version>/`: the metadata file, and each target as `targets/<sha256>`. */
export const METADATA_FILE = 'targets.json';
export const TARGETS_FOLDER = 'targets';

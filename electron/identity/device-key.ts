/** The kiosk's own key pair: made on the kiosk, one per enrolment, kept in a file that only the kiosk may read. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EnrolmentCode, EnrolReply } from '#contract/hub-enrolment.ts';
import { replaceFileDurably } from '../store/write-durably.ts';

const KeyFile = z.strictObject({
  /** Raw Ed25519, base64. */
  publicKey: z.base64(),
  /** PKCS #8 DER, base64. */
  privateKey: z.base64(),
  /** The code it is enrolled with, or shall be. Spent then, and no secret any more. */
  code: EnrolmentCode,
  /** What the hub answered; null until it did. */
  enrolled: EnrolReply.nullable(),
});
type KeyFile = Readonly<z.infer<typeof KeyFile>>;

export interface DeviceKey {
  readonly publicKey: string;
  readonly privateKey: KeyObject;
  readonly code: EnrolmentCode;
  readonly enrolled: EnrolReply | null;
}

/** `current` signs; `next` waits for the hub to know it, so that a kiosk enrolled anew goes on with the old one till then. */
export type KeyRole = 'current' | 'next';

const FILES: Readonly<Record<KeyRole, string>> = { current: 'device-key.json', next: 'device-key.next.json' };

/** Null when there is none, `damaged` when it can't be understood; then the file was moved aside. */
export function readDeviceKey(folder: string, role: KeyRole): DeviceKey | null | 'damaged' {
  const file = path.join(folder, FILES[role]);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return open(KeyFile.parse(JSON.parse(text)));
  } catch {
    renameSync(file, `${file}.damaged`);
    return 'damaged';
  }
}

export function makeNextKey(folder: string, code: EnrolmentCode): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
  const made: DeviceKey = { publicKey: raw, privateKey, code, enrolled: null };
  write(folder, 'next', made);
  return made;
}

/** From now on this is the key of the kiosk; a power cut in between leaves the old one or the new one. */
export function keepEnrolled(folder: string, next: DeviceKey, enrolled: EnrolReply): DeviceKey {
  const key = { ...next, enrolled };
  write(folder, 'current', key);
  rmSync(path.join(folder, FILES.next), { force: true });
  return key;
}

function write(folder: string, role: KeyRole, { publicKey, privateKey, code, enrolled }: DeviceKey): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const content: KeyFile = { publicKey, privateKey: pkcs8, code, enrolled };
  replaceFileDurably(path.join(folder, FILES[role]), `${JSON.stringify(content)}\n`);
}

function open({ privateKey, ...rest }: KeyFile): DeviceKey {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return { ...rest, privateKey: key };
}

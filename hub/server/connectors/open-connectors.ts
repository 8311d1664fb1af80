/** Everything elsewhere that this hub was told of. */
import type { Clock } from '#contract/clock.ts';
import type { BirthCertificates } from './birth-certificates.ts';
import { httpBirthCertificates } from './http-birth-certificates.ts';

/** Addresses by what is kept there; what is left out can't be asked. */
export interface ConnectorAddresses {
  readonly birthCertificates?: string;
}

export interface Connectors {
  /** Null: this hub knows nobody to ask. */
  readonly birthCertificates: BirthCertificates | null;
}

const LOOPBACK_OR_HTTPS = /^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(\/|$)/;

/** Throws with words when citizens' numbers would travel unencrypted. */
export function openConnectors({ birthCertificates }: ConnectorAddresses, clock: Clock): Connectors {
  if (birthCertificates === undefined) return { birthCertificates: null };
  if (!LOOPBACK_OR_HTTPS.test(birthCertificates) || !URL.canParse(birthCertificates))
    throw new Error(
      `the address for birth certificates must begin with https:// (plain http:// only to this machine): ${birthCertificates}`,
    );
  return { birthCertificates: httpBirthCertificates(birthCertificates, clock) };
}

/** Why a release is not used: a name for logs and screens, words for whoever stands before the kiosk. */

import type { ReleaseRefusalName } from '#contract/hub-releases.ts';

const WORDS: Readonly<Record<ReleaseRefusalName, string>> = {
  notFound: 'There is no release here.',
  malformed: 'The release is not in the form a release must have.',
  tooLarge: 'The release is larger than a release may be.',
  untrustedKey: 'The release is signed, but not with the key this kiosk trusts.',
  badSignature: 'The signature does not fit: the release was changed after it was signed, or signed by somebody else.',
  older: 'The release is older than the one this kiosk already has.',
  expired: 'The release was valid only until a day that has passed.',
  incomplete: 'A file of the release is missing.',
  wrongHash: 'A file of the release is not what was signed.',
  gateFailed: 'The release is signed and whole, but a kiosk could not run what it says.',
  wrongStation: 'The release has nothing for the station that this kiosk is.',
};

export interface ReleaseRefusal {
  readonly name: ReleaseRefusalName;
  readonly words: string;
  /** What exactly, for a technician: a path inside the release, or two version numbers. */
  readonly detail: string;
}

export function refusal(name: ReleaseRefusalName, detail = ''): ReleaseRefusal {
  return { name, words: WORDS[name], detail };
}

/** How the hub says no to a release, by the names a kiosk uses too. */
import type { ReleaseRefusalName } from '#contract/hub-releases.ts';

interface Words {
  readonly status: number;
  readonly message: string;
  readonly hint: string;
}

export const RELEASE_FAULTS = {
  'release.malformed': {
    status: 400,
    message: 'This is not in the form a release must have.',
    hint: 'Sign it again with `yeban release`.',
  },
  'release.badSignature': {
    status: 403,
    message: 'The signature does not fit: the release was changed after it was signed, or signed by somebody else.',
    hint: 'Sign it again.',
  },
  'release.untrustedKey': {
    status: 403,
    message: 'The release is not signed with the key this hub takes releases by.',
    hint: 'Use the key of the releases before. The very first one brings its key along.',
  },
  'release.expired': {
    status: 409,
    message: 'The release was valid only until a day that has passed.',
    hint: 'Sign it again with a later day.',
  },
  'release.older': {
    status: 409,
    message: 'The hub has a release with this number or a newer one.',
    hint: 'Give it a higher number. To go back, publish the old content with a new number.',
  },
  'release.incomplete': {
    status: 409,
    message: 'Files of the release are missing.',
    hint: 'Put every file first: PUT /v1/targets/<sha256>.',
  },
  'release.wrongHash': { status: 422, message: 'A file is not what its hash or length says.', hint: 'Send it again.' },
  'release.tooLarge': {
    status: 413,
    message: 'The release or one of its files is larger than it may be.',
    hint: '64 MiB together, 16 MiB each.',
  },
  'release.gateFailed': {
    status: 422,
    message: 'No kiosk could run what is in the release.',
    hint: 'See `yeban flows check`.',
  },
  'release.wrongStation': {
    status: 422,
    message: 'The release has nothing for this station.',
    hint: 'Write a file for it below stations.',
  },
  'release.notFound': { status: 404, message: 'The hub has no such file.', hint: 'Is its release published?' },
} as const satisfies Record<`release.${ReleaseRefusalName}`, Words>;

/** How the hub says no to a kiosk it does not know, or whose signature it does not believe. */
import type { KioskRefusal } from '#contract/hub-enrolment.ts';

interface Words {
  readonly status: 401;
  readonly message: string;
  readonly hint: string;
}

export const KIOSK_FAULTS = {
  'kiosk.unknown': {
    status: 401,
    message: 'The hub does not know this kiosk by this key.',
    hint: 'Make a code on the page of kiosks and write it into kiosk.yaml as hub.enrolment.',
  },
  'kiosk.revoked': {
    status: 401,
    message: 'This kiosk’s key was revoked.',
    hint: 'If the kiosk shall work again, enrol it with a new code.',
  },
  'signature.missing': {
    status: 401,
    message: 'Kiosks sign what they ask, and this is not signed.',
    hint: 'RFC 9421 with Content-Digest, see contract/hub-enrolment.ts.',
  },
  'signature.bad': {
    status: 401,
    message: 'The signature does not fit the request.',
    hint: 'Does something between kiosk and hub change the body, the address or the Host header?',
  },
  'signature.old': {
    status: 401,
    message: 'The signature is too old or from the future.',
    hint: 'The kiosk’s clock differs from the hub’s; hubTime says what time it is here.',
  },
  'signature.replayed': {
    status: 401,
    message: 'This signed request was here before.',
    hint: 'Every request is signed anew, with a nonce of its own.',
  },
} as const satisfies Record<KioskRefusal, Words>;

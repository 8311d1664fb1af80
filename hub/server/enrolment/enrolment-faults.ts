/** How the hub says no to a kiosk that wants to enrol, and to a desk that asks about one. */

interface Words {
  readonly status: number;
  readonly message: string;
  readonly hint: string;
}

export const ENROLMENT_FAULTS = {
  'enrolment.malformed': {
    status: 400,
    message: 'This is not a request to enrol.',
    hint: 'See contract/hub-enrolment.ts.',
  },
  'enrolment.codeUnknown': {
    status: 403,
    message: 'The hub never gave out this code.',
    hint: 'Compare it letter by letter, or make a new one on the page of kiosks.',
  },
  'enrolment.codeUsed': {
    status: 403,
    message: 'This code was used already; each is good once.',
    hint: 'Make a new one on the page of kiosks. If nobody here used it, look at the kiosks that are listed there.',
  },
  'enrolment.codeExpired': {
    status: 403,
    message: 'This code was good for 15 minutes, and they are over.',
    hint: 'Make a new one on the page of kiosks.',
  },
  'enrolment.otherStation': {
    status: 409,
    message: 'This code is for another station.',
    hint: 'Compare station in kiosk.yaml with the one the code was made for.',
  },
  'enrolment.keyTaken': {
    status: 409,
    message: 'Another kiosk has this key.',
    hint: 'This kiosk’s disk looks like a copy. Start it with an empty store.',
  },
  'enrolment.keyRevoked': {
    status: 409,
    message: 'This key was revoked; a kiosk enrolled again brings a new one.',
    hint: 'Make a new code on the page of kiosks; the kiosk makes a new key for it.',
  },
  'enrolment.tooManyTries': {
    status: 429,
    message: 'Too many codes were tried from this address.',
    hint: 'Wait a minute.',
  },
  'kiosk.notListed': { status: 404, message: 'The hub has no such kiosk.', hint: 'See the page of kiosks.' },
} as const satisfies Record<string, Words>;

/** How the hub says no: an HTTP status, a code for programs, words and a hint for people. */
import type { FastifyReply } from 'fastify';
import type { HubFault } from '#contract/hub-api.ts';
import { ENROLMENT_FAULTS } from '../enrolment/enrolment-faults.ts';
import { RELEASE_FAULTS } from '../releases/release-faults.ts';
import { KIOSK_FAULTS } from '../signatures/kiosk-faults.ts';

const FAULTS = {
  ...KIOSK_FAULTS,
  ...ENROLMENT_FAULTS,
  ...RELEASE_FAULTS,
  'request.malformed': { status: 400, message: 'The request can not be understood.', hint: 'Is it valid JSON?' },
  'request.tooLarge': { status: 413, message: 'The request is too large.', hint: 'Send fewer rows at once.' },
  'request.wrongType': { status: 415, message: 'The hub takes JSON only.', hint: 'Content-Type: application/json' },
  'batch.malformed': { status: 400, message: 'This is not a batch of rows.', hint: 'See contract/hub-api.ts.' },
  'batch.otherKiosk': {
    status: 400,
    message: 'The batch names another kiosk than the address.',
    hint: 'Post it to the address of the kiosk that made it.',
  },
  'case.notANumber': {
    status: 404,
    message: 'This is not a case number, or one character of it is wrong.',
    hint: 'Compare it with the receipt; the last character checks the others.',
  },
  'case.unknown': {
    status: 404,
    message: 'The hub has no case with this number.',
    hint: 'The kiosk may be off line; its cases arrive when the line is back.',
  },
  'case.wrongState': {
    status: 409,
    message: 'In the state it is in, this can not be done with the case.',
    hint: 'Somebody may have been quicker: look at the case again.',
  },
  'case.noSuchPart': {
    status: 404,
    message: 'The case has no such part, and no such paper is owed to it.',
    hint: 'Look at the case again.',
  },
  'case.followsParts': {
    status: 409,
    message: 'Several offices work on this case: it is decided part by part.',
    hint: 'Act on each part; the case follows when all are decided.',
  },
  'action.malformed': {
    status: 400,
    message: 'This is nothing the desk does with a case.',
    hint: 'accept, complete, return with a reason of 1 to 500 characters; the same of a part; a paper brought, or until a day to come.',
  },
  'lookup.malformed': { status: 400, message: 'This is nothing a kiosk can look up.', hint: 'See contract/lookup.ts.' },
  'lookup.tooMany': {
    status: 429,
    message: 'This kiosk has asked about more people within an hour than stand before one kiosk.',
    hint: 'Is it where it should be? If not, revoke it; if so, it may ask again after an hour.',
  },
  'promise.malformed': {
    status: 400,
    message: 'This is not an entry of the list of broken promises.',
    hint: 'A case number, a reason of 1 to 500 characters, what it bars, and a last day that is not over, or null.',
  },
  'promise.notGiven': {
    status: 409,
    message: 'In this case nobody gave a promise, so none can be broken.',
    hint: 'Compare the case number: only a case with a signed promise can be entered.',
  },
  'promise.unknown': {
    status: 404,
    message: 'The list of broken promises has no such entry.',
    hint: 'Look at the list again.',
  },
  'hub.refused': {
    status: 503,
    message: 'The hub has no answer: whoever keeps this is not connected, or does not answer.',
    hint: 'Tell the hub the address, or look at the service there.',
  },
  'paper.notACode': {
    status: 404,
    message: 'This is not a verify code, or one sign of it is wrong.',
    hint: 'Compare it with the paper; the last sign checks the others.',
  },
  'paper.unknown': {
    status: 404,
    message: 'The hub knows no paper with this code.',
    hint: 'A kiosk whose line is down tells of its papers later. Otherwise this paper was not printed by a kiosk of this hub.',
  },
  'cases.badCursor': {
    status: 400,
    message: 'This page of the list does not exist.',
    hint: 'Start at the first page.',
  },
  'door.closed': {
    status: 403,
    message: 'The hub answers this machine only: it has no accounts yet.',
    hint: 'Open it on the machine where it runs, by 127.0.0.1 or localhost.',
  },
  'page.unknown': { status: 404, message: 'There is nothing at this address.', hint: 'The console is at /.' },
  'console.notBuilt': {
    status: 503,
    message: 'The console is not built yet.',
    hint: 'Run `vite build hub/console`, then start the hub again.',
  },
  'hub.internal': {
    status: 500,
    message: 'The hub could not do this.',
    hint: 'Nothing was kept that was not acknowledged. Try again; then look at the hub’s log.',
  },
} as const satisfies Record<string, { status: number; message: string; hint: string }>;

export type HubFaultCode = keyof typeof FAULTS;

/** `detail` is added to the message; never personal data. `hubTime`: the hub's wall time in ms, with `signature.old`. */
export function refuse(reply: FastifyReply, code: HubFaultCode, detail?: string, hubTime?: number): FastifyReply {
  const { status, message, hint } = FAULTS[code];
  const words = { code, message: detail ? `${message} ${detail}` : message, hint };
  const body: HubFault = { fault: hubTime === undefined ? words : { ...words, hubTime } };
  return reply.code(status).send(body);
}

/** A kiosk that answers the panel out of a sample: what the gallery puts in the place of the bridge. */
import type { ControlName } from '#contract/control.ts';
import type { Json } from '#contract/json.ts';
import { ANSWER_DIGITS, type TechnicianReply, type TechnicianRequest } from '#contract/technician/desk.ts';
import type { Kiosk } from '../../bridge/kiosk.ts';
import { NO_CAMERA_YET } from '../sample-kiosk.ts';
import { ANSWERS, KIOSK_ID, STATION_ID } from './answers.ts';
import type { PanelSample } from './panel-samples.ts';

const NEVER = new Promise<never>(() => {});

export function panelKiosk(sample: PanelSample): Pick<Kiosk, 'technician' | 'onTechnicianLocked' | 'camera'> {
  return {
    camera: NO_CAMERA_YET,
    technician: (request) => replyTo(sample, request),
    onTechnicianLocked: () => () => {},
  };
}

async function replyTo(sample: PanelSample, request: TechnicianRequest): Promise<TechnicianReply> {
  switch (request.kind) {
    case 'open':
      return { kind: 'challenge', challenge: '4830716295', kiosk: KIOSK_ID, station: STATION_ID, expiresInMs: 300_000 };
    case 'answer':
      if (sample.refused !== undefined) return sample.refused;
      if (request.answer.length !== ANSWER_DIGITS) throw new Error('an answer that is not whole was sent');
      return {
        kind: 'unlocked',
        name: 'night-desk',
        role: 'technician',
        scopes: ['diagnose', 'service'],
        idleMs: 300_000,
        timeLeftMs: 3_600_000,
      };
    case 'call':
      return answerTo(sample, request.name);
    case 'touched':
    case 'close':
      return { kind: 'locked' };
    default:
      return request satisfies never;
  }
}

async function answerTo(
  { answers = {}, refuses = {}, silent = [] }: PanelSample,
  name: ControlName,
): Promise<TechnicianReply> {
  if (silent.includes(name)) return NEVER;
  const code = refuses[name];
  if (code !== undefined) return { kind: 'refused', code, message: code, waitMs: null };
  const answer = name in answers ? answers[name] : ANSWERS[name];
  if (answer === undefined) throw new Error(`the sample has no answer to ${name}`);
  return { kind: 'reply', reply: answer as Json };
}

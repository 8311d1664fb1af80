/** Asks the hub about its kiosks: who they are, a code for a new one, and to know one no more. */
import { IssuedCode, KioskList, KioskRow } from '#contract/hub-enrolment.ts';
import type { StationId } from '#contract/ids.ts';
import { ask, type Answer } from './ask-hub.ts';

export type KioskListAnswer = ReturnType<typeof KioskList.parse>;

const PATIENCE_MS = 10_000;

export async function askKiosks(stop: AbortSignal): Promise<Answer<KioskListAnswer>> {
  return await ask('/v1/kiosks', KioskList, stop);
}

export async function makeCode(station: StationId): Promise<Answer<IssuedCode>> {
  return await ask('/v1/enrolment-codes', IssuedCode, AbortSignal.timeout(PATIENCE_MS), { station });
}

/** Answers with the kiosk as it is then. Asking twice does nothing twice. */
export async function revoke(kiosk: string): Promise<Answer<KioskRow>> {
  return await ask(`/v1/kiosks/${kiosk}/revoke`, KioskRow, AbortSignal.timeout(PATIENCE_MS), {});
}

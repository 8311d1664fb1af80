/** Asks the hub and parses what it answers; never rejects for what may happen any day. */
import type { z } from 'zod';
import { CaseDetail, CaseList, type CaseState, HubFault, HubHealth } from '#contract/hub-api.ts';
import type { DeskAction } from '#contract/hub-desk.ts';
import { reading } from '#contract/message.ts';
import { fail, ok, type Result } from '#contract/result.ts';

/** `away`: no answer. `odd`: an answer that makes no sense. Otherwise the hub's own fault code. */
export type Trouble = 'away' | 'odd' | (string & {});
export type Answer<T> = Result<T, Trouble>;

/** Which cases a list shows. */
export interface Wanted {
  readonly search: string;
  /** Null for every state. */
  readonly state: CaseState | null;
}

export async function askCases(wanted: Wanted, after: string, stop: AbortSignal): Promise<Answer<CaseList>> {
  const { search, state } = wanted;
  const query = new URLSearchParams({ search, after, ...(state === null ? {} : { state }) });
  return await ask(`/v1/cases?${query.toString()}`, CaseList, stop);
}

export async function askCase(caseNumber: string, stop: AbortSignal): Promise<Answer<CaseDetail>> {
  return await ask(`/v1/cases/${encodeURIComponent(caseNumber)}`, CaseDetail, stop);
}

/** Answers with the case as it is then. Asking twice does nothing twice. */
export async function act(caseNumber: string, action: DeskAction, stop: AbortSignal): Promise<Answer<CaseDetail>> {
  return await ask(`/v1/cases/${encodeURIComponent(caseNumber)}/actions`, CaseDetail, stop, action);
}

export async function askHealth(stop: AbortSignal): Promise<Answer<HubHealth>> {
  return await ask('/v1/health', HubHealth, stop);
}

/** Posts `body` when there is one. */
export async function ask<T>(
  address: string,
  schema: z.ZodType<T>,
  stop: AbortSignal,
  body?: object,
): Promise<Answer<T>> {
  const accept = 'application/json';
  const asked =
    body === undefined
      ? { headers: { accept } }
      : { method: 'POST', headers: { accept, 'content-type': accept }, body: JSON.stringify(body) };
  let response: Response;
  let said: unknown;
  try {
    response = await fetch(address, { signal: stop, ...asked });
    said = await response.json();
  } catch (error) {
    return fail(error instanceof SyntaxError ? 'odd' : 'away');
  }
  if (response.ok) {
    const answer = reading(schema).safeParse(said);
    return answer.success ? ok(answer.data) : fail('odd');
  }
  const fault = reading(HubFault).safeParse(said);
  return fail(fault.success ? fault.data.fault.code : 'odd');
}

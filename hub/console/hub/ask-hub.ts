/** Asks the hub and parses what it answers; never rejects for what may happen any day. */
import type { z } from 'zod';
import { CaseDetail, CaseList, HubFault, HubHealth } from '#contract/hub-api.ts';
import { fail, ok, type Result } from '#contract/result.ts';

/** `away`: no answer. `odd`: an answer that makes no sense. Otherwise the hub's own fault code. */
export type Trouble = 'away' | 'odd' | (string & {});
export type Answer<T> = Result<T, Trouble>;

export async function askCases(search: string, after: string, stop: AbortSignal): Promise<Answer<CaseList>> {
  const query = new URLSearchParams({ search, after });
  return await ask(`/v1/cases?${query.toString()}`, CaseList, stop);
}

export async function askCase(caseNumber: string, stop: AbortSignal): Promise<Answer<CaseDetail>> {
  return await ask(`/v1/cases/${encodeURIComponent(caseNumber)}`, CaseDetail, stop);
}

export async function askHealth(stop: AbortSignal): Promise<Answer<HubHealth>> {
  return await ask('/v1/health', HubHealth, stop);
}

async function ask<T>(address: string, schema: z.ZodType<T>, stop: AbortSignal): Promise<Answer<T>> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(address, { signal: stop, headers: { accept: 'application/json' } });
    body = await response.json();
  } catch (error) {
    return fail(error instanceof SyntaxError ? 'odd' : 'away');
  }
  if (response.ok) {
    const answer = schema.safeParse(body);
    return answer.success ? ok(answer.data) : fail('odd');
  }
  const fault = HubFault.safeParse(body);
  return fail(fault.success ? fault.data.fault.code : 'odd');
}

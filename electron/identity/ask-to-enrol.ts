/** Asks the hub once to make this kiosk known. */
import type { Clock } from '#contract/clock.ts';
import { EnrolReply, type EnrolRequest } from '#contract/hub-enrolment.ts';
import { reading } from '#contract/message.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { readLimited } from '../sync/read-limited.ts';
import { faultIn } from './signed-fetch.ts';

/** `final`: the hub said no to this code, and will again. Otherwise it is worth another try. */
export interface EnrolFault {
  readonly name: string;
  readonly final: boolean;
}

const TIMEOUT_MS = 15_000;
const REPLY_LIMIT_BYTES = 64 * 1024;

/** Never rejects. `cancelled` ends it as `unreachable`. */
export async function askToEnrol(
  hubUrl: string,
  request: EnrolRequest,
  clock: Clock,
  cancelled: AbortSignal,
): Promise<Result<EnrolReply, EnrolFault>> {
  const deadline = new AbortController();
  const cancelDeadline = clock.after(TIMEOUT_MS, () => {
    deadline.abort();
  });
  try {
    const response = await fetch(`${hubUrl.replace(/\/+$/, '')}/v1/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(request),
      redirect: 'error',
      signal: AbortSignal.any([deadline.signal, cancelled]),
    });
    const text = (await readLimited(response, REPLY_LIMIT_BYTES)) ?? '';
    if (response.status === 200) return readReply(text);
    const { code } = faultIn(text);
    const saidNo = response.status === 403 || response.status === 409;
    if (saidNo && code?.startsWith('enrolment.') === true) return fail({ name: code, final: true });
    return fail({ name: code ?? `status.${response.status}`, final: false });
  } catch {
    return fail({ name: deadline.signal.aborted ? 'slow' : 'unreachable', final: false });
  } finally {
    cancelDeadline();
  }
}

function readReply(text: string): Result<EnrolReply, EnrolFault> {
  try {
    return ok(reading(EnrolReply).parse(JSON.parse(text)));
  } catch {
    return fail({ name: 'garbage', final: false });
  }
}

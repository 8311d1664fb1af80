/** One line of the control socket in, one answer out. */
import { ControlLine, type ControlAnswer } from '#contract/control.ts';
import { parseJson } from '#contract/json.ts';
import { doCall, type CallDesk } from './do-call.ts';

/** The id of an answer to a line whose own id could not be read. */
const NO_ID = 0;

/** Never rejects. */
export async function answerLine(text: string | null, desk: CallDesk): Promise<ControlAnswer> {
  if (text === null) return refuse(NO_ID, 'control.lineTooLong', 'The line is longer than a call may be.');
  const line = ControlLine.safeParse(parseJson(text));
  if (!line.success) return refuse(idOf(text), 'control.badLine', 'A line is {"id", "call", "request"} as JSON.');
  const { id, call, request } = line.data;
  const done = await doCall(call, request, desk);
  return done.ok ? { id, ok: true, reply: done.value } : { id, ok: false, fault: done.fault };
}

function refuse(id: number, code: string, message: string): ControlAnswer {
  return { id, ok: false, fault: { code, message } };
}

/** So that a caller with several lines under way can tell which of them was wrong. */
function idOf(text: string): number {
  const parsed = parseJson(text);
  const id: unknown = typeof parsed === 'object' && parsed !== null && 'id' in parsed ? parsed.id : NO_ID;
  return Number.isSafeInteger(id) ? Number(id) : NO_ID;
}

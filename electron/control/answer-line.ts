/** One line of the control socket in, one answer out: name, scope, request and reply are each checked. */
import {
  control,
  ControlLine,
  ControlName,
  type ControlAnswer,
  type ControlHandlers,
  type ControlReply,
  type ControlRequest,
} from '#contract/control.ts';
import { Json } from '#contract/json.ts';
import type { Log } from '#contract/log.ts';
import type { Scope } from '#contract/technician/roles.ts';
import { ControlRefusal } from './control-refusal.ts';

export interface ControlDesk {
  readonly handlers: ControlHandlers;
  readonly grants: readonly Scope[];
  readonly log: Log;
}

/** The id of an answer to a line whose own id could not be read. */
const NO_ID = 0;

/** Never rejects. Every call that has a name of ours is audited, by name and outcome only. */
export async function answerLine(text: string | null, desk: ControlDesk): Promise<ControlAnswer> {
  if (text === null) return refuse(NO_ID, 'control.lineTooLong', 'The line is longer than a call may be.');
  const line = ControlLine.safeParse(parseJson(text));
  if (!line.success) return refuse(idOf(text), 'control.badLine', 'A line is {"id", "call", "request"} as JSON.');
  const { id, call, request } = line.data;
  const name = ControlName.safeParse(call);
  if (!name.success) {
    desk.log('control.called', { call: 'unknown', ok: false });
    return refuse(id, 'control.unknownCall', `Calls are: ${ControlName.options.join(', ')}.`);
  }
  const answer = await answerCall(id, name.data, request, desk);
  desk.log('control.called', { call: name.data, ok: answer.ok });
  return answer;
}

async function answerCall<N extends ControlName>(
  id: number,
  name: N,
  request: Json,
  { handlers, grants, log }: ControlDesk,
): Promise<ControlAnswer> {
  const { scope, request: wanted, reply: promised } = control[name];
  if (!grants.includes(scope)) return refuse(id, 'control.notAllowed', `${name} needs the scope ${scope}.`);
  const asked = wanted.safeParse(request);
  if (!asked.success) {
    const at = asked.error.issues[0]?.path.join('.') ?? '';
    return refuse(
      id,
      'control.badRequest',
      `The request of ${name} is not as promised${at === '' ? '' : ` at ${at}`}.`,
    );
  }
  try {
    const reply: ControlReply<N> = await handlers[name](asked.data as ControlRequest<N>);
    return { id, ok: true, reply: Json.parse(promised.parse(reply)) };
  } catch (error) {
    if (error instanceof ControlRefusal) return refuse(id, error.code, error.message);
    // Its message may quote what a device said of a citizen: only the kind of error is noted down.
    log('control.internal', { call: name, error: error instanceof Error ? error.name : typeof error });
    return refuse(id, 'control.internal', 'The kiosk could not do this; its log has the kind of error.');
  }
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

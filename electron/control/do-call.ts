/** One call by a technician, from the socket as from the panel: name, scope and request checked, written down, done. */
import {
  control,
  ControlName,
  type ControlHandlers,
  type ControlReply,
  type ControlRequest,
} from '#contract/control.ts';
import { Json } from '#contract/json.ts';
import type { Log } from '#contract/log.ts';
import { nameOfError } from '#contract/name-of-error.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { AuditEntry } from '#contract/technician/history.ts';
import type { Scope } from '#contract/technician/roles.ts';
import { ControlRefusal } from './control-refusal.ts';

/** Writes down what one caller does. Rejects when it can't be kept. */
export type Audit = (act: string, subject: string | null, result: AuditEntry['result'], code?: string) => Promise<void>;

export interface CallDesk {
  readonly handlers: ControlHandlers;
  readonly grants: readonly Scope[];
  readonly log: Log;
  readonly audit: Audit;
}

export interface CallFault {
  readonly code: string;
  readonly message: string;
}

/** Never rejects. Every call that has a name of ours is noted down, by name, subject and outcome only. */
export async function doCall(call: string, request: Json, desk: CallDesk): Promise<Result<Json, CallFault>> {
  const name = ControlName.safeParse(call);
  if (!name.success) {
    desk.log('control.called', { call: 'unknown', ok: false });
    return fail({ code: 'control.unknownCall', message: `Calls are: ${ControlName.options.join(', ')}.` });
  }
  const subject = subjectOf(request);
  const { scope } = control[name.data];
  // What moves something is on the disk before it moves: a power cut hides nothing.
  if (scope === 'service' && !(await kept(desk, name.data, subject, 'begun')))
    return fail({ code: 'audit.notKept', message: 'The audit could not be written, so nothing was done.' });
  const done = await doKnown(name.data, request, desk);
  desk.log('control.called', { call: name.data, ok: done.ok });
  await kept(desk, name.data, subject, resultOf(done), done.ok ? undefined : done.fault.code);
  return done;
}

async function doKnown<N extends ControlName>(
  name: N,
  request: Json,
  { handlers, grants, log }: CallDesk,
): Promise<Result<Json, CallFault>> {
  const { scope, request: wanted, reply: promised } = control[name];
  if (!grants.includes(scope)) return fail({ code: NOT_ALLOWED, message: `${name} needs the scope ${scope}.` });
  const asked = wanted.safeParse(request);
  if (!asked.success) {
    const at = asked.error.issues[0]?.path.join('.') ?? '';
    const message = `The request of ${name} is not as promised${at === '' ? '' : ` at ${at}`}.`;
    return fail({ code: 'control.badRequest', message });
  }
  try {
    const reply: ControlReply<N> = await handlers[name](asked.data as ControlRequest<N>);
    return ok(Json.parse(promised.parse(reply)));
  } catch (error) {
    if (error instanceof ControlRefusal) return fail({ code: error.code, message: error.message });
    // Its message may quote what a device said of a citizen: only the kind of error is noted down.
    log('control.internal', { call: name, error: nameOfError(error) });
    return fail({ code: 'control.internal', message: 'The kiosk could not do this; its log has the kind of error.' });
  }
}

const NOT_ALLOWED = 'control.notAllowed';
const REFUSED: ReadonlySet<string> = new Set([NOT_ALLOWED, 'control.badRequest', 'device.busy']);

function resultOf(done: Result<Json, CallFault>): AuditEntry['result'] {
  if (done.ok) return 'done';
  return REFUSED.has(done.fault.code) ? 'refused' : 'failed';
}

async function kept(
  { audit, log }: CallDesk,
  act: string,
  subject: string | null,
  result: AuditEntry['result'],
  code?: string,
): Promise<boolean> {
  try {
    await audit(act, subject, result, code);
    return true;
  } catch (error) {
    log('audit.notKept', { act, error: nameOfError(error) });
    return false;
  }
}

/** Which part of a request says what something is done to; never what is printed, read or shown. */
function subjectOf(request: Json): string | null {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return null;
  const fields = request as Readonly<Record<string, Json>>;
  const named = ['device', 'command', 'supply', 'folder'].flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' ? [value] : [];
  });
  // What the technician's eyes said is what was done.
  if (typeof fields['good'] === 'boolean') named.push(fields['good'] ? 'good' : 'notGood');
  return named.length === 0 ? null : named.join(' ').slice(0, 120);
}

/** The panel on the screen as main sees it: locked, or unlocked for one technician, for a while, with nobody being served. */
import type { Clock } from '#contract/clock.ts';
import type { ControlHandlers } from '#contract/control.ts';
import type { KioskId, StationId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import type { AuditWho } from '#contract/technician/history.ts';
import type { LockReason, TechnicianReply, TechnicianRequest } from '#contract/technician/desk.ts';
import { REFUSALS, type RefusalCode } from '#contract/technician/refusals.table.ts';
import { SCOPES_OF } from '#contract/technician/roles.ts';
import { doCall, type Audit } from '../control/do-call.ts';
import type { AnswerCheck, NotTaken } from './check-answers.ts';
import type { TechnicianKey } from './technician-keys.ts';

export interface PanelDeskOptions {
  readonly kiosk: KioskId;
  readonly station: StationId;
  readonly answers: AnswerCheck;
  /** Whoever comes in by a key finds the key in the audit before himself. */
  readonly lookAtKeys: () => Promise<void>;
  /** What is done at the panel is remembered as done by whose key. */
  readonly handlersFor: (who: string) => ControlHandlers;
  readonly auditOf: (who: AuditWho) => Audit;
  /** No citizen is at it, not even in the middle of a first touch. */
  readonly nobodyServed: () => boolean;
  /** Hears that the panel was locked by main. */
  readonly locked: (reason: LockReason) => void;
  readonly idleMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

export interface PanelDesk {
  ask(request: TechnicianRequest): Promise<TechnicianReply>;
  /** While it is, the kiosk serves nobody. */
  isUnlocked(): boolean;
  /** A page was loaded: it finds the panel locked. */
  pageLoaded(): void;
}

/** Nobody needs a panel longer without saying again who he is. */
const LONGEST_MS = 60 * 60_000;
/** These hand out what is not for a screen: a card that was read, sealed rows. */
const NOT_ON_SCREEN: ReadonlySet<string> = new Set(['device.execute', 'outbox.page']);

interface Visit {
  readonly key: TechnicianKey;
  readonly audit: Audit;
  readonly handlers: ControlHandlers;
  readonly until: number;
  readonly stopTime: () => void;
  stopIdle: () => void;
}

export function openPanelDesk(options: PanelDeskOptions): PanelDesk {
  const { answers, clock, log } = options;
  let visit: Visit | null = null;

  /** What can't be written down of coming and going is said in the log: to lock must always work. */
  const note = (audit: Audit, act: string, ...rest: [result: 'done' | 'refused', code?: string]): Promise<void> =>
    audit(act, null, ...rest).catch(() => log('audit.notKept', { act }));
  const lock = (reason: LockReason): void => {
    if (visit === null) return;
    const { audit, stopIdle, stopTime } = visit;
    visit = null;
    stopIdle();
    stopTime();
    log('technician.locked', { reason });
    void note(audit, 'panel.lock', 'done', reason);
    options.locked(reason);
  };
  const idle = (): (() => void) => clock.after(options.idleMs, () => lock('idle'));
  const unlock = (key: TechnicianKey): void => {
    const audit = options.auditOf({ via: 'panel', name: key.name, role: key.role });
    const stopTime = clock.after(LONGEST_MS, () => lock('timeOver'));
    const handlers = options.handlersFor(key.name);
    visit = { key, audit, handlers, until: clock.monotonic() + LONGEST_MS, stopTime, stopIdle: idle() };
    log('technician.unlocked', { role: key.role });
  };
  const unlocked = ({ key: { name, role }, until }: Visit): TechnicianReply => {
    const timeLeftMs = until - clock.monotonic();
    return { kind: 'unlocked', name, role, scopes: [...SCOPES_OF[role]], idleMs: options.idleMs, timeLeftMs };
  };
  const nobody = options.auditOf({ via: 'panel', name: '', role: null });

  const ask = async (request: TechnicianRequest): Promise<TechnicianReply> => {
    switch (request.kind) {
      case 'open': {
        lock('closed');
        if (!options.nobodyServed()) return refusal({ code: 'technician.busy', waitMs: null });
        const given = answers.challenge();
        if (!given.ok) return refusal(given.fault);
        return { kind: 'challenge', kiosk: options.kiosk, station: options.station, ...given.value };
      }
      case 'answer': {
        await options.lookAtKeys();
        if (!options.nobodyServed()) return refusal({ code: 'technician.busy', waitMs: null });
        const checked = answers.check(request.answer);
        if (!checked.ok) {
          // While it has to wait nothing is compared: an impatient finger would only fill the book.
          if (checked.fault.code !== 'technician.wait')
            await note(nobody, 'panel.unlock', 'refused', checked.fault.code);
          return refusal(checked.fault);
        }
        unlock(checked.value);
        const mine = visit;
        if (mine !== null) await note(mine.audit, 'panel.unlock', 'done');
        return visit === null ? LOCKED : unlocked(visit);
      }
      case 'touched':
        if (visit === null) return LOCKED;
        visit.stopIdle();
        visit.stopIdle = idle();
        return unlocked(visit);
      case 'close':
        lock('closed');
        return { kind: 'locked' };
      case 'call': {
        if (visit === null) return LOCKED;
        if (NOT_ON_SCREEN.has(request.name)) return refusal({ code: 'technician.notHere', waitMs: null });
        const mine = visit;
        const grants = SCOPES_OF[mine.key.role];
        const { handlers, audit } = mine;
        const done = await doCall(request.name, request.request, { handlers, grants, audit, log });
        // Locked meanwhile: what came of it is for nobody's eyes any more.
        if (visit !== mine) return LOCKED;
        return done.ok ? { kind: 'reply', reply: done.value } : { kind: 'refused', waitMs: null, ...done.fault };
      }
    }
  };
  return {
    ask,
    isUnlocked: () => visit !== null,
    pageLoaded: () => lock('closed'),
  };
}

function refusal({ code, waitMs }: NotTaken): TechnicianReply {
  return { kind: 'refused', code, message: wordsOf(code), waitMs };
}

function wordsOf(code: RefusalCode): string {
  return REFUSALS[code].en;
}

const LOCKED = refusal({ code: 'technician.locked', waitMs: null });

/** Runs citizens' visits one after another: event, pure step, commit, show, then activities to match. */
import type { RecordBody } from '#contract/record.ts';
import type { Day, PageId, ServiceId } from '#contract/ids.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { Intent } from '#contract/screen/intent.ts';
import { APPLY, type PlanMode } from '../compile/plan-mode.ts';
import { PRACTISE_CARDS } from '../compile/practise-cards.ts';
import { runActivities } from './activities/running-activities.ts';
import { advance } from './advance.ts';
import { pageChanges } from './page-changes.ts';
import { restoreVisit, saveVisit } from './saved-visit.ts';
import { makeProgram } from './program.ts';
import type { SessionEvent } from './session-events.ts';
import type { Place } from './session-context.ts';
import type { RunningSession, SessionPorts } from './session-ports.ts';
import { closedBy, obstacleTo, offeredAt } from './doable.ts';
import { emptyVisit, pageOf, placeOf, type Visit, wouldLose } from './visit.ts';
import { dayAtStation } from './views/days.ts';
import { sceneOf } from './views/scene.ts';
import { viewOf } from './views/view-of.ts';
import { wantedActivities } from './wanted-activities.ts';

type TakenPages = ReadonlyMap<PageId, string>;
const NO_PAGES: TakenPages = new Map();

export type { RunningSession, SessionPorts } from './session-ports.ts';

/**
 * Recovers the session that was open when the last process ended, or begins at the attract screen.
 * Rejects when the journal fails or the station isn't in the release.
 */
export async function runSession(ports: SessionPorts): Promise<RunningSession> {
  const { journal, log, clock } = ports;
  const program = makeProgram(ports.content, ports.release, ports.station);
  const firstLanguage = emptyVisit(program).hall.context.language;
  let visit = emptyVisit(program);
  let stopped = false;
  let revision = (ports.firstRevision ?? 0) - 1;
  let view: ScreenView;

  /** Nothing is shown or begun after the first failure; what fails because the session was stopped is no failure. */
  const crash = (error: unknown): void => {
    if (stopped) return;
    stopped = true;
    ports.crash(error);
  };
  // One thing after another: an intent or a report is done, commit included, before the next is looked at.
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work);
    tail = turn.catch(crash);
    return turn;
  };
  const activities = runActivities(
    ports,
    // What was reported while a touch was being committed that ended the activity comes too late.
    (event, isCurrent) => void inTurn(async () => isCurrent() && take(event)),
    crash,
  );

  const drawn = (as: number): ScreenView => {
    const wanted = wantedActivities(visit, firstLanguage);
    return viewOf(sceneOf(ports, visit), { revision: as, leftMs: (kind) => activities.leftMs(kind, wanted) });
  };
  const show = (tell: (view: ScreenView) => void = ports.publish): void => {
    revision += 1;
    view = drawn(revision);
    tell(view);
    activities.match(wantedActivities(visit, firstLanguage), visit);
  };
  /** Law 1: on disk before anything of it is shown or begins. */
  const commit = async (next: Visit, bodies: readonly RecordBody[], taken: TakenPages = NO_PAGES): Promise<void> => {
    const { session } = next.hall.context;
    const records = bodies.map((body) => ({ id: ports.newRecordId(), body }));
    const pages = pageChanges(visit, next, taken, ports.newRecordId);
    if (session !== null) await journal.commit({ session, snapshot: saveVisit(next, ports.release), records, pages });
    for (const { kind } of bodies) log('record.kept', { kind });
  };
  const take = async (event: SessionEvent, taken?: TakenPages): Promise<boolean> => {
    if (stopped) return false;
    const advanced = advance(program, visit, event, clock.now());
    if (advanced === null) return false;
    await commit(advanced.visit, advanced.bodies, taken);
    if (stopped) return false;
    const before = visit;
    visit = advanced.visit;
    logStep(log, event, before, visit);
    const isOver = before.hall.context.session !== null && visit.hall.context.session === null;
    show(isOver ? ports.forgotten : ports.publish);
    return true;
  };

  let tellFirst = ports.publish;
  const opened = await journal.recoverSession();
  if (opened !== null) {
    const restored = restoreVisit(program, ports.release, opened);
    if (restored.ok) {
      const recovered = advance(program, restored.value, { type: 'recovered' }, clock.now());
      if (recovered !== null) await commit(recovered.visit, recovered.bodies);
      visit = recovered?.visit ?? restored.value;
      log('session.recovered', { place: placeOf(visit) });
    } else {
      await journal.forgetSession(opened.session);
      log('session.notRecovered', { reason: restored.fault });
      tellFirst = ports.forgotten;
    }
  }
  show(tellFirst);
  /** A device went or came back: what can be begun is said anew, and nothing changes under a plan that runs. */
  const stopWatching = ports.availability.onChange(
    () =>
      void inTurn(async () => {
        if (!stopped && CHOOSING.has(placeOf(visit)) && !isSameView(view, drawn(revision))) show();
      }),
  );

  const halt = (): void => {
    stopped = true;
    stopWatching();
    activities.match(new Map(), visit);
  };
  return {
    view: () => view,
    intend: (seen, intent) =>
      inTurn(async () => {
        if (stopped || seen !== revision) return false;
        const event = await eventOf(intent, visit, ports);
        if (event !== null) await take(event);
        return true;
      }),
    takePage: (seen, { jpeg, codes, replaces }) =>
      inTurn(() => {
        if (seen !== revision) return Promise.resolve(false);
        const page = ports.newPageId();
        ports.pageReader?.prepare();
        return take({ type: 'page.taken', page, codes, replaces }, new Map([[page, jpeg]]));
      }),
    readPage: (page) =>
      inTurn(() => {
        const { session } = visit.hall.context;
        return session === null ? Promise.resolve(null) : journal.readPage(session, page);
      }),
    cameraFailed: (fault) => inTurn(async () => void (await take({ type: 'camera.failed', fault }))),
    stopWhenEmpty: () =>
      inTurn(() => {
        if (placeOf(visit) !== 'attract' || visit.hall.context.session !== null) return Promise.resolve(false);
        halt();
        return Promise.resolve(true);
      }),
    stop: () =>
      inTurn(() => {
        halt();
        return Promise.resolve();
      }),
  };
}

/** Where a citizen still chooses; a plan tells of trouble with a device at the step that needs it. */
const CHOOSING: ReadonlySet<Place> = new Set<Place>([
  'attract',
  'catalogue',
  'search',
  'service',
  'package',
  'places',
  'cart',
]);

function isSameView(one: ScreenView, other: ScreenView): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whoever doesn't say otherwise applies for themselves. */
function modeOf({ as }: Extract<Intent, { kind: 'startService' | 'checkout' }>): PlanMode {
  return as === 'practise' ? { kind: 'practise', agent: false } : { ...APPLY, agent: as === 'agent' };
}

/** An intent with what a pure machine can't know: the new session's id, the day, what leaving would lose. */
async function eventOf(intent: Intent, visit: Visit, ports: SessionPorts): Promise<SessionEvent | null> {
  const { content, availability } = ports;
  const beginnable = (services: readonly ServiceId[]): boolean =>
    services.flatMap((id) => content.services.get(id) ?? []).every((each) => obstacleTo(each, availability) === null);
  const today = (): Day => dayAtStation(ports.clock.now(), sceneOf(ports, visit).station.timeZone);
  switch (intent.kind) {
    case 'begin':
      // Only here a session begins; anywhere else the key of the open one must stay.
      if (placeOf(visit) !== 'attract') return null;
      if (closedBy(offeredAt(sceneOf(ports, visit).station, content), availability) !== null) return null;
      return { type: 'begin', session: await ports.journal.openSession() };
    case 'leave':
      return { type: 'leave', losing: wouldLose(visit) };
    case 'startService':
      return intent.as === 'practise' || beginnable([intent.service])
        ? { type: 'startService', service: intent.service, as: modeOf(intent), today: today() }
        : null;
    case 'openHandout': {
      const { handout, service } = intent;
      return { type: 'openHandout', as: { ...APPLY, kind: handout }, service, today: today() };
    }
    case 'checkout':
      return intent.as === 'practise' || beginnable(visit.hall.context.cart)
        ? { type: 'checkout', as: modeOf(intent), today: today() }
        : null;
    case 'practiseCard':
      return { type: 'practise.card', card: PRACTISE_CARDS[intent.person] };
    default: {
      const { kind, ...rest } = intent;
      return { type: kind, ...rest } as SessionEvent;
    }
  }
}

/** Event types and places only: never what a citizen said or what a card says. */
function logStep(log: SessionPorts['log'], event: SessionEvent, before: Visit, after: Visit): void {
  const page = after.plan !== null && placeOf(after) === 'plan' ? pageOf(after.plan).page.kind : 'none';
  log('session.step', { event: event.type, place: placeOf(after), page });
  if (page === 'fault') log('flow.fault', { services: after.hall.context.began?.services.join('+') ?? 'none' });
  if (placeOf(before) !== 'attract' && placeOf(after) === 'attract') log('session.forgotten');
}

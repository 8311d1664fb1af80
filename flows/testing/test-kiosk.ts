/** A whole session runner on in-memory ports, driven step by step. */
import type { CameraFault, CapturedPage } from '#contract/camera.ts';
import { Day, PageId, RecordId, type SessionId, StationId } from '#contract/ids.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { Intent } from '#contract/screen/intent.ts';
import type { Content } from '../release/content.ts';
import { runSession, type RunningSession, type SessionPorts } from '../runtime/run-session.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';
import { memoryJournal, type MemoryJournal } from './memory-journal.ts';
import { scriptedAvailability, type ScriptedAvailability } from './scripted-availability.ts';
import { scriptedDevice, type ScriptedDevice } from './scripted-devices.ts';

export const STATION = StationId.parse('micro-centre-1');
/** The day at which `manualClock` begins, at the station. */
export const TODAY = Day.parse('2026-11-21');

export interface TestKiosk {
  readonly clock: ManualClock;
  readonly journal: MemoryJournal;
  readonly reader: ScriptedDevice<'CardReader'>;
  readonly printer: ScriptedDevice<'Printer'>;
  readonly availability: ScriptedAvailability;
  /** Every view ever published. */
  readonly views: readonly ScreenView[];
  readonly logged: readonly string[];
  /** Who holds the devices now. */
  holder(): SessionId | null;
  /** How often the devices were claimed: again and again by who is alive. */
  claims(): number;
  /** Revisions of the views that were the first ones of a new page: one for each citizen who is gone. */
  readonly forNewPages: readonly number[];
  /** What would have ended the process. */
  readonly crashes: readonly unknown[];
  view(): ScreenView;
  /** Sends an intent on the current view and waits until everything it caused has settled. */
  intend(intent: Intent): Promise<boolean>;
  intendOn(revision: number, intent: Intent): Promise<boolean>;
  /** A page of paper, taken on the view of this revision. */
  takePage(revision: number, page: CapturedPage): Promise<boolean>;
  readPage(page: PageId): Promise<string | null>;
  cameraFailed(fault: CameraFault): Promise<void>;
  /** Lets every promise that can go on do so. */
  settle(): Promise<void>;
  pass(ms: number): Promise<void>;
  /** The process dies (nothing more is heard of it) and a new one starts on the same journal. */
  crash(changed?: Partial<SessionPorts>): Promise<TestKiosk>;
  stop(): Promise<void>;
}

interface Kept {
  readonly journal: MemoryJournal;
  readonly clock: ManualClock;
  readonly changed: Partial<SessionPorts>;
}

export async function testKiosk(
  content: Content,
  changed: Partial<SessionPorts> = {},
  clock = manualClock(),
): Promise<TestKiosk> {
  return start(content, { journal: memoryJournal(STATION), clock, changed });
}

let records = 0;
let pages = 0;

async function start(content: Content, { journal, clock, changed }: Kept): Promise<TestKiosk> {
  const reader = scriptedDevice('CardReader');
  const printer = scriptedDevice('Printer');
  const availability = scriptedAvailability();
  const views: ScreenView[] = [];
  const logged: string[] = [];
  const crashes: unknown[] = [];
  let holder: SessionId | null = null;
  let claims = 0;
  const forNewPages: number[] = [];
  const session: RunningSession = await runSession({
    content,
    release: 1,
    station: STATION,
    journal,
    cardReader: reader.port,
    printer: printer.port,
    documents: null,
    lookup: null,
    pageReader: null,
    availability,
    claimDevices: (next) => {
      holder = next;
      claims += 1;
    },
    releaseDevices: () => {
      holder = null;
    },
    clock,
    newRecordId: () => {
      records += 1;
      return RecordId.parse(`00000000-0000-7000-8000-${String(records).padStart(12, '0')}`);
    },
    newPageId: () => {
      pages += 1;
      return PageId.parse(`00000000-0000-4000-9000-${String(pages).padStart(12, '0')}`);
    },
    publish: (view) => {
      views.push(view);
    },
    forgotten: (view) => {
      views.push(view);
      forNewPages.push(view.revision);
    },
    crash: (error) => {
      crashes.push(error);
    },
    log: (event, detail = {}) => {
      logged.push(`${event} ${JSON.stringify(detail)}`);
    },
    ...changed,
  });
  const settle = async (): Promise<void> => {
    // Each commit and each report is a handful of microtasks; a hundred turns are far more than one step needs.
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  };
  const intendOn = async (revision: number, intent: Intent): Promise<boolean> => {
    const accepted = await session.intend(revision, intent);
    await settle();
    return accepted;
  };
  await settle();
  return {
    clock,
    journal,
    reader,
    printer,
    availability,
    views,
    logged,
    crashes,
    holder: () => holder,
    claims: () => claims,
    forNewPages,
    view: () => session.view(),
    intend: (intent) => intendOn(session.view().revision, intent),
    intendOn,
    takePage: async (revision, page) => {
      const accepted = await session.takePage(revision, page);
      await settle();
      return accepted;
    },
    readPage: (page) => session.readPage(page),
    cameraFailed: async (fault) => {
      await session.cameraFailed(fault);
      await settle();
    },
    settle,
    pass: async (ms) => {
      clock.pass(ms);
      await settle();
    },
    crash: async (differently = {}) => {
      await session.stop();
      return start(content, { journal, clock, changed: { ...changed, ...differently } });
    },
    stop: () => session.stop(),
  };
}

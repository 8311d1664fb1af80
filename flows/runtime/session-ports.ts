/** What a session needs from the process around it; nothing else of the machine can be reached from here. */
import type { Clock } from '#contract/clock.ts';
import type { Availability } from '#contract/devices/availability.ts';
import type { DevicePort } from '#contract/devices/classes.ts';
import type { DocumentPort } from '#contract/document-port.ts';
import type { CameraFault, CapturedPage } from '#contract/camera.ts';
import type { PageId, RecordId, SessionId, StationId } from '#contract/ids.ts';
import type { Journal } from '#contract/journal.ts';
import type { LookupPort } from '#contract/lookup.ts';
import type { Log } from '#contract/log.ts';
import type { PageReader } from '#contract/ocr.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { Intent } from '#contract/screen/intent.ts';
import type { Content } from '../release/content.ts';

export interface SessionPorts {
  readonly content: Content;
  readonly release: number;
  readonly station: StationId;
  readonly journal: Journal;
  /** Null where the kiosk has none. */
  readonly cardReader: DevicePort<'CardReader'> | null;
  /** Of receipts. */
  readonly printer: DevicePort<'Printer'> | null;
  /** Proofs and guides on A4; null where the kiosk has no such printer. */
  readonly documents: DocumentPort | null;
  /** Data from elsewhere; null where there is no line at all. */
  readonly lookup: LookupPort | null;
  /** Reads what stands on a paper. Told by the kiosk itself, not by the session, when to forget. */
  readonly pageReader: PageReader | null;
  /** What of the kiosk can be had; asked whenever services are being chosen. */
  readonly availability: Availability;
  /** Again by each touch: of whom nothing is heard for long loses the devices. */
  claimDevices(holder: SessionId): void;
  releaseDevices(holder: SessionId): void;
  readonly clock: Clock;
  /** The revision of the first view, above those of all views shown before the session; 0 when left out. */
  readonly firstRevision?: number;
  newRecordId(): RecordId;
  newPageId(): PageId;
  publish(view: ScreenView): void;
  /**
   * The citizen is gone and nothing of them is held here: the renderer is to be replaced, memory collected. The view is
   * the first one of the next renderer: the old one, which goes any moment, must offer nothing more.
   */
  forgotten(view: ScreenView): void;
  /** Called at most once: what must not fail failed. The process must end; the next one recovers from the journal. */
  crash(error: unknown): void;
  readonly log: Log;
}

export interface RunningSession {
  view(): ScreenView;
  /** False when another view than that of `revision` is already current. Rejects after `crash` was told why. */
  intend(revision: number, intent: Intent): Promise<boolean>;
  /** A page was taken on the view of this revision; true once it is on disk with the session. */
  takePage(revision: number, page: CapturedPage): Promise<boolean>;
  /** A page of this very session; null when there is no such page. */
  readPage(page: PageId): Promise<string | null>;
  /** The camera can't be used: told to a citizen who is about to use it. */
  cameraFailed(fault: CameraFault): Promise<void>;
  /** Stops when nobody is being served; false, and nothing changes, when somebody is. */
  stopWhenEmpty(): Promise<boolean>;
  /** Stops every activity; an open session stays in the journal. */
  stop(): Promise<void>;
}

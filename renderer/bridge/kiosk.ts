/** The typed client of `window.kiosk`: everything that arrives is parsed before it is drawn. */
import { bridge, type CallName, type CallReply, type CallRequest, type KioskWindow } from '#contract/bridge.ts';
import type { CameraReport, CameraWanted, CapturedPage } from '#contract/camera.ts';
import type { PageId } from '#contract/ids.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { Intent } from '#contract/screen/intent.ts';
import type { LockReason, TechnicianReply, TechnicianRequest } from '#contract/technician/desk.ts';

/** The document camera's end of the bridge. */
export interface Camera {
  /** Null: this kiosk has no camera. */
  wanted(): Promise<CameraWanted | null>;
  report(report: CameraReport): Promise<void>;
  /** False when another view is already current, or there is no room for the page. */
  keep(revision: number, page: CapturedPage): Promise<boolean>;
  /** A kept page as base64; null when there is no such page. */
  page(page: PageId): Promise<string | null>;
}

/** What a page can ask of the kiosk it runs in; the gallery gives another one with sample views. */
export interface Kiosk {
  /** The view to draw now. Rejects when main can't be reached. */
  view(): Promise<ScreenView>;
  /** False when another view is already current. */
  intend(revision: number, intent: Intent): Promise<boolean>;
  painted(revision: number): Promise<void>;
  /** The page's own trouble; `message` holds nothing personal and is cut to 500 characters. */
  trouble(message: string): Promise<void>;
  readonly camera: Camera;
  /** Hears each new view; returns a function that stops listening. */
  onView(listen: (view: ScreenView) => void): () => void;
  /** What a technician does at the panel. Rejects when main can't be reached. */
  technician(request: TechnicianRequest): Promise<TechnicianReply>;
  /** Hears that main locked the panel; returns a function that stops listening. */
  onTechnicianLocked(listen: (reason: LockReason) => void): () => void;
}

/** Throws when the page was not opened by a kiosk shell. */
export function connectKiosk(window: { readonly kiosk?: KioskWindow }): Kiosk {
  const { kiosk } = window;
  if (kiosk === undefined) throw new Error('This page is drawn inside a kiosk shell: window.kiosk is missing.');
  const call = async <N extends CallName>(name: N, request: CallRequest<N>): Promise<CallReply<N>> =>
    bridge.calls[name].reply.parse(await kiosk.call(name, request)) as CallReply<N>;
  const trouble = async (message: string): Promise<void> => {
    await call('screen.trouble', { message: message.slice(0, 500) });
  };
  return {
    view: () => call('session.view', null),
    intend: async (revision, intent) => (await call('session.intend', { revision, intent })).accepted,
    painted: async (revision) => {
      await call('screen.painted', { revision });
    },
    trouble,
    camera: {
      wanted: () => call('camera.wanted', null),
      report: async (report) => {
        await call('camera.report', report);
      },
      keep: async (revision, page) => (await call('camera.keep', { revision, page })).accepted,
      page: async (page) => (await call('camera.page', { page }))?.jpeg ?? null,
    },
    onView: (listen) =>
      kiosk.on('session.view', (payload) => {
        const view = bridge.pushes['session.view'].safeParse(payload);
        if (view.success) listen(view.data);
        else void trouble(`view not understood: ${view.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
      }),
    technician: (request) => call('technician', request),
    onTechnicianLocked: (listen) =>
      kiosk.on('technician.locked', (payload) => {
        listen(bridge.pushes['technician.locked'].parse(payload).reason);
      }),
  };
}

/** Every call and push between main and renderer, as one value; both ends and the preload are derived from it. */
import { z } from 'zod';
import { CameraReport, CameraWanted, CapturedPage, PageJpeg } from './camera.ts';
import { PageId } from './ids.ts';
import { ScreenView } from './screen.ts';
import { Intent } from './screen/intent.ts';
import { LockReason, TechnicianReply, TechnicianRequest } from './technician/desk.ts';

export const bridge = {
  calls: {
    /** The view to draw now; after a reload the renderer starts with this. */
    'session.view': { request: z.null(), reply: ScreenView },
    /** What the citizen did on the view of this revision. `accepted` is false when another view is already current. */
    'session.intend': {
      request: z.strictObject({ revision: z.number().int().nonnegative(), intent: Intent }),
      reply: z.strictObject({ accepted: z.boolean() }),
    },
    /** The renderer painted a view: heartbeat and measure. */
    'screen.painted': { request: z.strictObject({ revision: z.number().int().nonnegative() }), reply: z.null() },
    /** The renderer's own trouble, without personal data. */
    'screen.trouble': { request: z.strictObject({ message: z.string().max(500) }), reply: z.null() },
    /** What a technician does at the panel. Main alone knows whether it is unlocked; a page that loads finds it locked. */
    technician: { request: TechnicianRequest, reply: TechnicianReply },
    /** Which camera the page shall look after; null: this kiosk has none. */
    'camera.wanted': { request: z.null(), reply: CameraWanted.nullable() },
    /** How the camera is. While its picture is wanted, a fault is told to the citizen. */
    'camera.report': { request: CameraReport, reply: z.null() },
    /** A page was taken on the view of this revision; on disk when this answers `accepted`. */
    'camera.keep': {
      request: z.strictObject({ revision: z.number().int().nonnegative(), page: CapturedPage }),
      reply: z.strictObject({ accepted: z.boolean() }),
    },
    /** A page that was kept in this session, to be looked at again; null when there is no such page. */
    'camera.page': { request: z.strictObject({ page: PageId }), reply: z.strictObject({ jpeg: PageJpeg }).nullable() },
  },
  pushes: {
    'session.view': ScreenView,
    /** The panel was locked by main: whatever it shows has to go. */
    'technician.locked': z.strictObject({ reason: LockReason }),
  },
} as const;

export type CallName = keyof typeof bridge.calls;
export type PushName = keyof typeof bridge.pushes;
export const CallName = z.enum(Object.keys(bridge.calls) as [CallName, ...CallName[]]);
export type CallRequest<N extends CallName> = z.infer<(typeof bridge.calls)[N]['request']>;
export type CallReply<N extends CallName> = z.infer<(typeof bridge.calls)[N]['reply']>;
export type Push<N extends PushName> = z.infer<(typeof bridge.pushes)[N]>;

/** What main must supply; leaving one out doesn't compile. */
export type Handlers = { readonly [N in CallName]: (request: CallRequest<N>) => Promise<CallReply<N>> };

/** Why a call failed, as the page learns it: a code, never a message. */
export const BridgeFailure = z.enum(['unknownCall', 'badRequest', 'internal']);
export type BridgeFailure = z.infer<typeof BridgeFailure>;

/** How a call ended, on its way from main to the page; the reply is parsed again where it is used. */
export type CallOutcome =
  { readonly ok: true; readonly reply: unknown } | { readonly ok: false; readonly failure: BridgeFailure };

/** `window.kiosk`, put there by the preload of every shell. */
export interface KioskWindow {
  call(name: string, request: unknown): Promise<unknown>;
  /** Returns a function that stops listening. */
  on(name: string, listen: (payload: unknown) => void): () => void;
}

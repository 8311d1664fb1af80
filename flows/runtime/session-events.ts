/** Everything that can happen to a session: what the citizen does, and what activities report. */
import type { Day, PackageId, ServiceId, SessionId } from '#contract/ids.ts';
import type { Language } from '#contract/language.ts';
import type { ShelfPlace, TextScale } from '#contract/screen/intent.ts';
import type { PlanMode } from '../compile/plan-mode.ts';
import type { PlanEvent, Stamp } from '../compile/plan-events.ts';

type Happening =
  | { readonly type: 'begin'; readonly session: SessionId }
  | ({ readonly type: 'openShelf' } & ShelfPlace)
  | { readonly type: 'openService'; readonly service: ServiceId }
  | { readonly type: 'startService'; readonly service: ServiceId; readonly as: PlanMode; readonly today: Day }
  | { readonly type: 'openPackage'; readonly package: PackageId }
  | { readonly type: 'openSearch' | 'openPlaces' }
  | { readonly type: 'search'; readonly text: string }
  | { readonly type: 'addToCart'; readonly services: readonly ServiceId[] }
  | { readonly type: 'removeFromCart'; readonly service: ServiceId }
  | { readonly type: 'openCart' }
  | { readonly type: 'openHandout'; readonly as: PlanMode; readonly service: ServiceId | null; readonly today: Day }
  | { readonly type: 'checkout'; readonly as: PlanMode; readonly today: Day }
  | { readonly type: 'next' | 'back' | 'confirmLeave' | 'stay' }
  /** `losing`: something entered and not submitted would be lost. */
  | { readonly type: 'leave'; readonly losing: boolean }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'scale'; readonly scale: TextScale }
  | { readonly type: 'help'; readonly open: boolean }
  | { readonly type: 'beside'; readonly on: boolean }
  | { readonly type: 'touched' }
  | { readonly type: 'plan.done' | 'plan.left' | 'plan.declined' }
  | { readonly type: 'idle.long' | 'idle.over' | 'goodbye.over' | 'forgotten' };

/** `language` of the stamp isn't needed here, and `language` the event carries its own. */
export type HallEvent = Happening;

/** What activities and intents bring; the runner adds the stamp before a plan sees it. */
export type PlanHappening = PlanEvent extends infer E ? (E extends Stamp ? Omit<E, keyof Stamp> : never) : never;
export type SessionEvent = HallEvent | PlanHappening;

const PLAN_EVENTS: ReadonlySet<string> = new Set<PlanEvent['type']>([
  'next',
  'back',
  'submit',
  'retry',
  'print',
  'answer',
  'edit',
  'addRow',
  'editRow',
  'removeRow',
  'removeFromCart',
  'rate',
  'card.found',
  'card.read',
  'practise.card',
  'card.failed',
  'lookup.found',
  'source.found',
  'promises.told',
  'proof.issued',
  'proof.ended',
  'decline',
  'lookup.failed',
  'page.taken',
  'pages.read',
  'removePage',
  'defer',
  'camera.failed',
  'numbers.reserved',
  'print.ended',
  'recovered',
]);

export function isForPlan(event: SessionEvent): event is PlanHappening {
  return PLAN_EVENTS.has(event.type);
}

const HALL_EVENTS: ReadonlySet<string> = new Set<HallEvent['type']>([
  'begin',
  'openShelf',
  'openService',
  'startService',
  'openPackage',
  'openSearch',
  'openPlaces',
  'search',
  'addToCart',
  'removeFromCart',
  'openCart',
  'openHandout',
  'checkout',
  'next',
  'back',
  'confirmLeave',
  'stay',
  'leave',
  'language',
  'scale',
  'help',
  'beside',
  'touched',
  'plan.done',
  'plan.left',
  'plan.declined',
  'idle.long',
  'idle.over',
  'goodbye.over',
  'forgotten',
]);

export function isForHall(event: SessionEvent): event is HallEvent {
  return HALL_EVENTS.has(event.type);
}

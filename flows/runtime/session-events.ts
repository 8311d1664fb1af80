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

/** By a citizen's hand, or reported by an activity or by the session itself. */
type Origin = 'hand' | 'report';

const HALL_EVENTS: Readonly<Record<HallEvent['type'], Origin>> = {
  begin: 'hand',
  openShelf: 'hand',
  openService: 'hand',
  startService: 'hand',
  openPackage: 'hand',
  openSearch: 'hand',
  openPlaces: 'hand',
  search: 'hand',
  addToCart: 'hand',
  removeFromCart: 'hand',
  openCart: 'hand',
  openHandout: 'hand',
  checkout: 'hand',
  next: 'hand',
  back: 'hand',
  confirmLeave: 'hand',
  stay: 'hand',
  leave: 'hand',
  language: 'hand',
  scale: 'hand',
  help: 'hand',
  beside: 'hand',
  touched: 'report',
  'plan.done': 'report',
  'plan.left': 'report',
  'plan.declined': 'report',
  'idle.long': 'report',
  'idle.over': 'report',
  'goodbye.over': 'report',
  forgotten: 'report',
};

const PLAN_EVENTS: Readonly<Record<PlanEvent['type'], Origin>> = {
  next: 'hand',
  back: 'hand',
  submit: 'hand',
  retry: 'hand',
  print: 'hand',
  answer: 'hand',
  edit: 'hand',
  addRow: 'hand',
  editRow: 'hand',
  removeRow: 'hand',
  removeFromCart: 'hand',
  rate: 'hand',
  'card.found': 'report',
  'card.read': 'report',
  'practise.card': 'hand',
  'card.failed': 'report',
  'lookup.found': 'report',
  'source.found': 'report',
  'promises.told': 'report',
  'proof.issued': 'report',
  'proof.ended': 'report',
  decline: 'hand',
  'lookup.failed': 'report',
  'page.taken': 'hand',
  'pages.read': 'report',
  removePage: 'hand',
  defer: 'hand',
  'camera.failed': 'report',
  'numbers.reserved': 'report',
  'print.ended': 'report',
  recovered: 'report',
};

export function isForHall(event: SessionEvent): event is HallEvent {
  return Object.hasOwn(HALL_EVENTS, event.type);
}

export function isForPlan(event: SessionEvent): event is PlanHappening {
  return Object.hasOwn(PLAN_EVENTS, event.type);
}

const BY_HAND: ReadonlySet<string> = new Set(
  Object.entries({ ...HALL_EVENTS, ...PLAN_EVENTS }).flatMap(([type, origin]) => (origin === 'hand' ? [type] : [])),
);

/** What a citizen can do. */
export function isByHand(event: SessionEvent): boolean {
  return BY_HAND.has(event.type);
}

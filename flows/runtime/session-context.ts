/** What the hall remembers of one citizen beside the plan: plain data, empty again after every way out. */
import { z } from 'zod';
import { Day, PackageId, ServiceId, SessionId } from '#contract/ids.ts';
import { Language } from '#contract/language.ts';
import { QUERY_LENGTH, ShelfPlace, TextScale } from '#contract/screen/intent.ts';
import { PlanMode } from '../compile/plan-mode.ts';

/** Where in a session a citizen is. */
export const Place = z.enum([
  ...(['attract', 'catalogue', 'search', 'service', 'package', 'places'] as const),
  ...(['cart', 'plan', 'goodbye', 'forgetting'] as const),
]);
export type Place = z.infer<typeof Place>;

export const DialogOpen = z.enum(['closed', 'leaving', 'idle']);
export type DialogOpen = z.infer<typeof DialogOpen>;

/** As many as one plan is proven for. */
export const CART_LIMIT = 20;

export const SessionContext = z.strictObject({
  session: SessionId.nullable(),
  /** Frozen when a plan begins: until then a wrong clock may still be put right. */
  today: Day.nullable(),
  language: Language,
  scale: TextScale,
  help: z.boolean(),
  /** 有人陪我办: whether somebody stands beside the citizen, or did in this session. */
  beside: z.enum(['nobody', 'now', 'before']),
  /** Counts what the citizen did: each touch begins the wait for the next anew. */
  touches: z.number().int().nonnegative(),
  /** Where the catalogue was looked at last: one shelf, or all of a kind. */
  shelf: ShelfPlace,
  /** The service whose page is open. */
  service: ServiceId.nullable(),
  /** The package through which it was reached. */
  package: PackageId.nullable(),
  /** What was typed into the search; null while it is closed. */
  query: z.string().max(QUERY_LENGTH).nullable(),
  /** What was chosen to be done together, in the order of choosing; outlives every way back. */
  cart: z.array(ServiceId).max(CART_LIMIT),
  /** What the running plan was begun with, where, and in which mode. */
  began: z
    .strictObject({ services: z.array(ServiceId).min(1), from: z.enum(['service', 'cart']), as: PlanMode })
    .nullable(),
  /** A plan was done in this session already, and what else lay in the cart comes next. */
  served: z.boolean(),
});
export type SessionContext = Readonly<z.infer<typeof SessionContext>>;

export function emptyContext(language: Language): SessionContext {
  return {
    session: null,
    today: null,
    language,
    scale: 'standard',
    help: false,
    beside: 'nobody',
    touches: 0,
    shelf: { by: 'topic', id: null },
    service: null,
    package: null,
    query: null,
    cart: [],
    began: null,
    served: false,
  };
}

/** The hand-written machine every citizen walks through: attract, choosing (with a cart), plan, goodbye, forgotten. */
import { assign, setup, type SnapshotFrom } from 'xstate';
import type { PackageId, ServiceId } from '#contract/ids.ts';
import type { Language } from '#contract/language.ts';
import type { ShelfBy } from '#contract/screen/intent.ts';
import type { PlanMode } from '../compile/plan-mode.ts';
import { CART_LIMIT, emptyContext, type SessionContext } from './session-context.ts';
import type { HallEvent } from './session-events.ts';

/** What the machine knows of its station. */
export interface Hall {
  /** The first is the one a new citizen finds. */
  readonly languages: readonly [Language, ...Language[]];
  /** Shown in the catalogue. */
  readonly listed: readonly ServiceId[];
  /** Of these, what can be done here now. */
  readonly offered: readonly ServiceId[];
  /** Of these, what can be put into the cart. */
  readonly together: readonly ServiceId[];
  /** Of these, what somebody else may do for the applicant (代办). */
  readonly byAgent: readonly ServiceId[];
  /** Of these, what can be practised. */
  readonly practised: readonly ServiceId[];
  readonly packages: readonly PackageId[];
  /** Those on which something stands. */
  readonly shelves: Readonly<Record<ShelfBy, readonly string[]>>;
}

export function sessionMachine(hall: Hall) {
  const empty = emptyContext(hall.languages[0]);
  const changes = {
    addToCart: { guard: 'mayBeAdded', actions: 'add' },
    removeFromCart: { guard: 'isInCart', actions: 'remove' },
  } as const;
  const cart = { ...changes, openCart: { target: 'cart', actions: 'closeHelp' } } as const;
  const openService = { guard: 'isListed', target: 'service', actions: ['open', 'closeHelp'] } as const;
  const openPackage = { guard: 'isPackage', target: 'package', actions: ['openPackage', 'closeHelp'] } as const;
  const practised = [
    { guard: 'practisedInCart', target: 'cart', actions: ['end', 'closeHelp'] },
    { guard: 'practised', target: 'service', actions: ['end', 'closeHelp'] },
  ] as const;
  const goodbye = ['#session.dialog.closed', '#session.place.goodbye'] as const;
  const added = (cart: readonly ServiceId[], event: HallEvent): ServiceId[] =>
    event.type === 'addToCart' ? [...new Set([...cart, ...event.services])] : [...cart];
  const mayBe = ({ kind, agent }: PlanMode, services: readonly ServiceId[]): boolean =>
    (!agent || services.every((service) => hall.byAgent.includes(service))) &&
    (kind !== 'practise' || services.every((service) => hall.practised.includes(service)));
  return setup({
    types: { context: {} as SessionContext, events: {} as HallEvent },
    guards: {
      isShelf: ({ event }) =>
        event.type === 'openShelf' && (event.id === null || hall.shelves[event.by].includes(event.id)),
      isAtShelf: ({ context }) => context.shelf.id !== null,
      isListed: ({ event }) => event.type === 'openService' && hall.listed.includes(event.service),
      isOffered: ({ context, event }) =>
        event.type === 'startService' &&
        event.service === context.service &&
        hall.offered.includes(event.service) &&
        mayBe(event.as, [event.service]),
      isPackage: ({ event }) => event.type === 'openPackage' && hall.packages.includes(event.package),
      mayBeAdded: ({ context, event }) =>
        event.type === 'addToCart' &&
        event.services.every((service) => hall.together.includes(service)) &&
        added(context.cart, event).length <= CART_LIMIT,
      isInCart: ({ context, event }) => event.type === 'removeFromCart' && context.cart.includes(event.service),
      /** A service that isn't offered has no questions, but a guide. */
      isOfOpenService: ({ context, event }) =>
        event.type === 'openHandout' &&
        event.service !== null &&
        event.service === context.service &&
        (event.as.kind === 'guide' ? hall.listed : hall.offered).includes(event.service),
      isOfCart: ({ context, event }) =>
        event.type === 'openHandout' && event.service === null && context.cart.length > 0,
      hasCart: ({ context, event }) =>
        event.type === 'checkout' && context.cart.length > 0 && mayBe(event.as, context.cart),
      cameByService: ({ context }) => context.service !== null,
      cameByPackage: ({ context }) => context.package !== null,
      cameBySearch: ({ context }) => context.query !== null,
      /** More was chosen than what this plan was for. */
      hasMore: ({ context }) => context.cart.some((service) => context.began?.services.includes(service) !== true),
      beganInCart: ({ context }) => context.began?.from === 'cart',
      /** What was practised is still to be done. */
      practisedInCart: ({ context }) => context.began?.as.kind === 'practise' && context.began.from === 'cart',
      practised: ({ context }) => context.began?.as.kind === 'practise',
      isSpoken: ({ event }) => event.type === 'language' && hall.languages.includes(event.language),
      loses: ({ event }) => event.type === 'leave' && event.losing,
    },
    actions: {
      forget: assign(() => empty),
      welcome: assign(({ event }) => (event.type === 'begin' ? { session: event.session } : {})),
      openShelf: assign(({ event }) => (event.type === 'openShelf' ? { shelf: { by: event.by, id: event.id } } : {})),
      closeShelf: assign({ shelf: ({ context }) => ({ ...context.shelf, id: null }) }),
      open: assign(({ event }) => (event.type === 'openService' ? { service: event.service } : {})),
      close: assign({ service: null }),
      openPackage: assign(({ event }) => (event.type === 'openPackage' ? { package: event.package } : {})),
      closePackage: assign({ package: null }),
      openSearch: assign({ query: '' }),
      type: assign(({ event }) => (event.type === 'search' ? { query: event.text } : {})),
      closeSearch: assign({ query: null }),
      add: assign({ cart: ({ context, event }) => added(context.cart, event) }),
      remove: assign(({ context, event }) =>
        event.type === 'removeFromCart' ? { cart: context.cart.filter((service) => service !== event.service) } : {},
      ),
      beginOne: assign(({ event }) =>
        event.type === 'startService'
          ? { began: { services: [event.service], from: 'service' as const, as: event.as }, today: event.today }
          : {},
      ),
      beginCart: assign(({ context, event }) =>
        event.type === 'checkout'
          ? { began: { services: [...context.cart], from: 'cart' as const, as: event.as }, today: event.today }
          : {},
      ),
      beginHandout: assign(({ context, event }) => {
        if (event.type !== 'openHandout') return {};
        const { as, service, today } = event;
        const began =
          service === null
            ? { services: [...context.cart], from: 'cart' as const, as }
            : { services: [service], from: 'service' as const, as };
        return { began, today };
      }),
      end: assign({ began: null }),
      serve: assign({ served: true }),
      /** What is done, or was refused, isn't carried on. */
      strike: assign(({ context }) => ({
        cart: context.cart.filter((service) => context.began?.services.includes(service) !== true),
        began: null,
      })),
      speak: assign(({ event }) => (event.type === 'language' ? { language: event.language } : {})),
      resize: assign(({ event }) => (event.type === 'scale' ? { scale: event.scale } : {})),
      help: assign(({ event }) => (event.type === 'help' ? { help: event.open } : {})),
      closeHelp: assign({ help: false }),
      accompany: assign(({ context, event }) =>
        event.type === 'beside' ? { beside: event.on ? ('now' as const) : leftBeside(context) } : {},
      ),
      touch: assign({ touches: ({ context }) => context.touches + 1 }),
    },
  }).createMachine({
    id: 'session',
    context: empty,
    type: 'parallel',
    on: {
      language: { guard: 'isSpoken', actions: 'speak' },
      scale: { actions: 'resize' },
      help: { actions: 'help' },
      beside: { actions: ['accompany', 'closeHelp'] },
      touched: { actions: 'touch' },
    },
    states: {
      place: {
        initial: 'attract',
        states: {
          attract: {
            entry: 'forget',
            on: {
              begin: { target: 'catalogue', actions: 'welcome' },
              'idle.over': { target: 'attract', reenter: true },
            },
          },
          catalogue: {
            on: {
              ...cart,
              openShelf: { guard: 'isShelf', actions: ['openShelf', 'closeHelp'] },
              back: { guard: 'isAtShelf', actions: ['closeShelf', 'closeHelp'] },
              openService,
              openPackage,
              openPlaces: { target: 'places', actions: 'closeHelp' },
              openSearch: { target: 'search', actions: ['openSearch', 'closeHelp'] },
            },
          },
          search: {
            on: {
              ...cart,
              openService,
              openPackage,
              openShelf: { guard: 'isShelf', target: 'catalogue', actions: ['closeSearch', 'openShelf', 'closeHelp'] },
              search: { actions: 'type' },
              back: { target: 'catalogue', actions: ['closeSearch', 'closeShelf', 'closeHelp'] },
            },
          },
          places: {
            on: {
              back: [
                { guard: 'cameByService', target: 'service', actions: 'closeHelp' },
                { target: 'catalogue', actions: 'closeHelp' },
              ],
            },
          },
          package: {
            on: {
              ...cart,
              openService,
              back: [
                { guard: 'cameBySearch', target: 'search', actions: ['closePackage', 'closeHelp'] },
                { target: 'catalogue', actions: ['closePackage', 'closeHelp'] },
              ],
            },
          },
          service: {
            on: {
              ...cart,
              back: [
                { guard: 'cameByPackage', target: 'package', actions: ['close', 'closeHelp'] },
                { guard: 'cameBySearch', target: 'search', actions: ['close', 'closeHelp'] },
                { target: 'catalogue', actions: ['close', 'closeHelp'] },
              ],
              openHandout: { guard: 'isOfOpenService', target: 'plan', actions: ['beginHandout', 'closeHelp'] },
              openPlaces: { target: 'places', actions: 'closeHelp' },
              startService: { guard: 'isOffered', target: 'plan', actions: ['beginOne', 'closeHelp'] },
            },
          },
          cart: {
            on: {
              ...changes,
              // Back to where the citizen looked last.
              back: [
                { guard: 'cameByService', target: 'service', actions: 'closeHelp' },
                { guard: 'cameByPackage', target: 'package', actions: 'closeHelp' },
                { guard: 'cameBySearch', target: 'search', actions: 'closeHelp' },
                { target: 'catalogue', actions: 'closeHelp' },
              ],
              openHandout: { guard: 'isOfCart', target: 'plan', actions: ['beginHandout', 'closeHelp'] },
              checkout: { guard: 'hasCart', target: 'plan', actions: ['beginCart', 'closeHelp'] },
            },
          },
          plan: {
            on: {
              'plan.left': [
                { guard: 'beganInCart', target: 'cart', actions: 'end' },
                { target: 'service', actions: 'end' },
              ],
              'plan.declined': [
                ...practised,
                { target: 'catalogue', actions: ['close', 'closePackage', 'closeSearch', 'closeShelf', 'strike'] },
              ],
              'plan.done': [
                ...practised,
                {
                  guard: 'hasMore',
                  target: 'cart',
                  actions: ['close', 'closePackage', 'closeSearch', 'strike', 'serve', 'closeHelp'],
                },
                { target: 'goodbye' },
              ],
            },
          },
          goodbye: { entry: 'closeHelp', on: { next: 'forgetting', 'goodbye.over': 'forgetting' } },
          forgetting: { on: { forgotten: 'attract' } },
        },
      },
      dialog: {
        initial: 'closed',
        states: {
          closed: {
            on: {
              leave: [{ guard: 'loses', target: 'leaving' }, { target: [...goodbye] }],
              'idle.long': 'idle',
            },
          },
          leaving: { on: { stay: 'closed', confirmLeave: { target: [...goodbye] }, 'idle.long': 'idle' } },
          idle: {
            on: { stay: 'closed', confirmLeave: { target: [...goodbye] }, 'idle.over': { target: [...goodbye] } },
          },
        },
      },
    },
  });
}

/** Whoever was accompanied for a while was accompanied. */
function leftBeside({ beside }: SessionContext): SessionContext['beside'] {
  return beside === 'nobody' ? 'nobody' : 'before';
}

export type SessionMachine = ReturnType<typeof sessionMachine>;
export type SessionSnapshot = SnapshotFrom<SessionMachine>;

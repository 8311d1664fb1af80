/** The hand-written machine every citizen walks through: attract, catalogue, service, plan, goodbye, forgotten. */
import { assign, setup, type SnapshotFrom } from 'xstate';
import type { ServiceId } from '#contract/ids.ts';
import type { Language } from '#contract/language.ts';
import { emptyContext, type SessionContext } from './session-context.ts';
import type { HallEvent } from './session-events.ts';

/** What the machine knows of its station. */
export interface Hall {
  /** The first is the one a new citizen finds. */
  readonly languages: readonly [Language, ...Language[]];
  /** Shown in the catalogue. */
  readonly listed: readonly ServiceId[];
  /** Of these, what can be done here now. */
  readonly offered: readonly ServiceId[];
}

export function sessionMachine(hall: Hall) {
  const empty = emptyContext(hall.languages[0]);
  const goodbye = ['#session.dialog.closed', '#session.place.goodbye'] as const;
  return setup({
    types: { context: {} as SessionContext, events: {} as HallEvent },
    guards: {
      isListed: ({ event }) => event.type === 'openService' && hall.listed.includes(event.service),
      isOffered: ({ context, event }) =>
        event.type === 'startService' && event.service === context.service && hall.offered.includes(event.service),
      isSpoken: ({ event }) => event.type === 'language' && hall.languages.includes(event.language),
      loses: ({ event }) => event.type === 'leave' && event.losing,
    },
    actions: {
      forget: assign(() => empty),
      welcome: assign(({ event }) => (event.type === 'begin' ? { session: event.session, today: event.today } : {})),
      open: assign(({ event }) => (event.type === 'openService' ? { service: event.service } : {})),
      close: assign({ service: null }),
      speak: assign(({ event }) => (event.type === 'language' ? { language: event.language } : {})),
      resize: assign(({ event }) => (event.type === 'scale' ? { scale: event.scale } : {})),
      help: assign(({ event }) => (event.type === 'help' ? { help: event.open } : {})),
      closeHelp: assign({ help: false }),
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
            on: { openService: { guard: 'isListed', target: 'service', actions: ['open', 'closeHelp'] } },
          },
          service: {
            on: {
              back: { target: 'catalogue', actions: ['close', 'closeHelp'] },
              startService: { guard: 'isOffered', target: 'plan', actions: 'closeHelp' },
            },
          },
          plan: {
            on: {
              'plan.left': 'service',
              'plan.declined': { target: 'catalogue', actions: 'close' },
              'plan.done': 'goodbye',
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

export type SessionMachine = ReturnType<typeof sessionMachine>;
export type SessionSnapshot = SnapshotFrom<SessionMachine>;
export type Place = 'attract' | 'catalogue' | 'service' | 'plan' | 'goodbye' | 'forgetting';
export type DialogOpen = 'closed' | 'leaving' | 'idle';

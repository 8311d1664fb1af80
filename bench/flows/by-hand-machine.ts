/** Four pages of the senior card as somebody would write them in xstate by hand: its states, guards and assigns, and nothing of ours. */
import { assign, setup } from 'xstate';
import type { PlanContext } from '#flows/compile/plan-context.ts';
import type { PlanEvent } from '#flows/compile/plan-events.ts';

interface Seen {
  readonly context: PlanContext;
  readonly event: PlanEvent;
}

/** What the page would be left with: the answer just given, or the one before. */
const chosen = ({ context, event }: Seen, element: string): unknown =>
  event.type === 'answer' ? event.value : context.answers[element as keyof PlanContext['answers']];

export function byHandMachine(context: PlanContext) {
  return setup({
    types: { context: {} as PlanContext, events: {} as PlanEvent },
    guards: {
      isRefused: ({ context: { refused } }) => refused?.element === 'deliveryWay',
      isGoodWay: (seen) => {
        const way = chosen(seen, 'deliveryWay');
        return way === 'pickUp' || (way === 'post' && seen.context.card?.address !== undefined);
      },
      isEditing: ({ context: { editing } }) => editing,
      picksUp: (seen) => chosen(seen, 'deliveryWay') === 'pickUp',
      hasNothingToLose: ({ context: { card, answers } }) => card === null && Object.keys(answers).length === 0,
    },
    actions: {
      keep: assign(({ context: { answers }, event }) =>
        event.type === 'answer' ? { answers: { ...answers, [event.element]: event.value }, refused: null } : {},
      ),
      refuse: assign(({ event }) => ({
        refused: { element: 'deliveryWay' as never, value: event.type === 'answer' ? event.value : null },
      })),
      clearRefused: assign({ refused: null }),
      stopEditing: assign({ editing: false }),
    },
  }).createMachine({
    id: 'byHand',
    context,
    initial: 'about',
    states: {
      about: { on: { next: 'identity', back: { guard: 'hasNothingToLose', target: 'left' } } },
      identity: { initial: 'waiting', on: { back: 'about' }, states: { waiting: {} } },
      delivery: {
        initial: 'asking',
        exit: 'clearRefused',
        states: {
          asking: {
            on: {
              answer: [{ guard: 'isGoodWay', actions: 'keep' }, { actions: 'refuse' }],
              next: [{ guard: 'isRefused' }, { guard: 'isGoodWay', target: 'given' }, { actions: 'refuse' }],
            },
          },
          given: {
            always: [
              { guard: 'isEditing', target: '#byHand.overview', actions: 'stopEditing' },
              { guard: 'picksUp', target: '#byHand.pick-up', actions: 'stopEditing' },
              { target: '#byHand.overview', actions: 'stopEditing' },
            ],
          },
        },
      },
      'pick-up': { initial: 'asking', exit: 'clearRefused', states: { asking: {} } },
      overview: { initial: 'reading', states: { reading: {} } },
      left: { type: 'final' },
    },
  });
}

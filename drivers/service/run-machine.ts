/**
 * Carries out what a device machine decides, deed by deed, until it completes. What ends a command from outside is an
 * event to the machine like any other, so that it alone says how the command ended.
 */
import type { Completion } from '#contract/devices/completion.ts';
import type { Json } from '#contract/json.ts';
import type { Run } from './run.ts';

/** The wire is gone, or the caller gave up (`run` knows why): the machine's next step must complete. */
export type Ending = { readonly kind: 'lost' } | { readonly kind: 'ended' };

export interface MachineStep<State, Deed, Done> {
  readonly state: State;
  /** Events for the caller, in order. */
  readonly tell?: readonly { readonly name: string; readonly detail?: Json }[];
  readonly next: Deed | { readonly kind: 'complete'; readonly completion: Completion<Done> };
}

export interface MachineRun<State, Event, Deed, Done> {
  readonly first: MachineStep<State, Deed, Done>;
  readonly step: (state: State, event: Event | Ending) => MachineStep<State, Deed, Done>;
  /** Never rejects for what a device does; `lost` when the wire went away, `ended` when `run` was aborted. */
  readonly carryOut: (deed: Deed) => Promise<Event | Ending>;
  /** Hears every state, also those in between: the driver keeps it for the next command. */
  readonly keep: (state: State) => void;
  readonly run: Run;
}

export async function runMachine<State, Event, Deed extends { readonly kind: string }, Done>({
  first,
  step,
  carryOut,
  keep,
  run,
}: MachineRun<State, Event, Deed, Done>): Promise<Completion<Done>> {
  let current = first;
  for (;;) {
    keep(current.state);
    for (const { name, detail } of current.tell ?? []) run.event(name, detail);
    const { next, state } = current;
    if (isEnd(next)) return next.completion;
    const event = await carryOut(next);
    current = step(state, run.endedBy() === null ? event : { kind: 'ended' });
  }
}

function isEnd<Deed extends { readonly kind: string }, Done>(
  next: MachineStep<unknown, Deed, Done>['next'],
): next is { readonly kind: 'complete'; readonly completion: Completion<Done> } {
  return next.kind === 'complete';
}

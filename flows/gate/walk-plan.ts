/** Every state a plan machine can reach under given events, and every edge taken: pure, nothing runs. */
import { type AnyActorScope, createActor, initialTransition, type SnapshotFrom } from 'xstate';
import type { PlanMachine } from '../compile/compile-plan.ts';
import type { PlanEvent } from '../compile/plan-events.ts';

type Snapshot = SnapshotFrom<PlanMachine>;

export interface Visited {
  readonly snapshot: Snapshot;
  /** The events of a shortest path from the start. */
  readonly path: readonly PlanEvent[];
  /** Keys of the states one event further. */
  readonly next: readonly string[];
}

export interface Walk {
  readonly visited: ReadonlyMap<string, Visited>;
  /** `state event#n` for each transition taken; n counts the alternatives of one event. */
  readonly edges: ReadonlySet<string>;
  /** False: there are more states than the limit, and not all of them were seen. */
  readonly whole: boolean;
}

export function keyOf(snapshot: Snapshot): string {
  return JSON.stringify([snapshot.status, snapshot.value, snapshot.context]);
}

export interface WalkOptions {
  /** How many states are seen at most. */
  readonly limit?: number;
  /** States of one name are walked once. */
  readonly nameOf?: (snapshot: Snapshot) => string;
  /** What leads nowhere new from there need not be tried. */
  readonly mayTry?: (event: PlanEvent, snapshot: Snapshot) => boolean;
}

/** Breadth first, so paths are shortest. */
export function walk(
  machine: PlanMachine,
  start: Snapshot,
  events: readonly PlanEvent[],
  { limit = 20_000, nameOf = keyOf, mayTry = () => true }: WalkOptions = {},
): Walk {
  const visited = new Map<string, { snapshot: Snapshot; path: readonly PlanEvent[]; next: string[] }>();
  const taken = new Set<Transition>();
  const scope = scopeOf(machine, start);
  const seen = (whole: boolean): Walk => ({ visited, edges: new Set([...taken].map(edgeName)), whole });
  const open = [nameOf(start)];
  visited.set(nameOf(start), { snapshot: start, path: [], next: [] });
  for (let key = open.shift(); key !== undefined; key = open.shift()) {
    const here = visited.get(key);
    if (here === undefined || here.snapshot.status !== 'active') continue;
    const answered = new Set(here.snapshot._nodes.flatMap(({ transitions }) => [...transitions.keys()]));
    for (const event of events) {
      if (!answered.has(event.type) || !mayTry(event, here.snapshot)) continue;
      const ways = machine.getTransitionData(here.snapshot, event);
      for (const way of ways) taken.add(way);
      if (!ways.some(leadsOn)) continue;
      const snapshot = machine.transition(here.snapshot, event, scope);
      const reached = nameOf(snapshot);
      here.next.push(reached);
      if (visited.has(reached)) continue;
      if (visited.size >= limit) return seen(false);
      visited.set(reached, { snapshot, path: [...here.path, event], next: [] });
      open.push(reached);
    }
  }
  return seen(true);
}

/** xstate's own `transition` makes an actor, with a first snapshot, for every event; a walk of thousands makes one. */
function scopeOf(machine: PlanMachine, start: Snapshot): AnyActorScope {
  const nothing = (): void => {};
  const self = createActor(machine, { input: { today: start.context.today } });
  const { system, id, sessionId } = self;
  const doings = { logger: nothing, defer: nothing, emit: nothing, stopChild: nothing, actionExecutor: nothing };
  return { self, system, id, sessionId, ...doings };
}

export function startOf(machine: PlanMachine, today: Snapshot['context']['today']): Snapshot {
  return initialTransition(machine, { today })[0];
}

/** Names of the transitions that this event takes here. */
export function edgesTaken(machine: PlanMachine, snapshot: Snapshot, event: PlanEvent): readonly string[] {
  return machine.getTransitionData(snapshot, event).map(edgeName);
}

type Transition = ReturnType<PlanMachine['getTransitionData']>[number];

/** As xstate's `can` has it: a way that leads nowhere and does nothing forbids its event. */
function leadsOn({ target, actions }: Transition): boolean {
  return target !== undefined || actions.length > 0;
}

function edgeName(edge: Transition): string {
  const { source, eventType } = edge;
  const alternatives = source.transitions.get(eventType) ?? [];
  return `${source.id} ${eventType}#${alternatives.indexOf(edge)}`;
}

/** Every transition written in the machine that answers an event, named as in `edges`. */
export function allEdges(machine: PlanMachine): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: PlanMachine['root']): void => {
    for (const edge of [...node.transitions.values()].flat()) names.add(edgeName(edge));
    for (const child of Object.values(node.states)) visit(child);
  };
  visit(machine.root);
  return names;
}

/** From every state some way leads to an end; returns the keys of those from which none does. */
export function deadEnds({ visited }: Walk): readonly string[] {
  const ending = new Set([...visited].filter(([, here]) => here.snapshot.status === 'done').map(([key]) => key));
  for (let grew = true; grew;) {
    grew = false;
    for (const [key, here] of visited) {
      if (ending.has(key) || !here.next.some((next) => ending.has(next))) continue;
      ending.add(key);
      grew = true;
    }
  }
  return [...visited.keys()].filter((key) => !ending.has(key));
}

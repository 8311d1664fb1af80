/** The shortest path to each page of a service and to each of its ends, in words that name every card and answer. */
import type { LocalText } from '#contract/language.ts';
import type { PlanEvent } from '../compile/plan-events.ts';
import { modeKey, type PlanMode } from '../compile/plan-mode.ts';
import type { Service } from '../language/service.ts';
import type { Content } from '../release/content.ts';
import { eventInWords, modeInWords } from './event-words.ts';
import { pagesAt } from './check-ways.ts';
import { walkService } from './walk-service.ts';

export interface PathThrough {
  /** `step`, `step/element`, `fault`, or an end: `end: done`. */
  readonly to: string;
  readonly events: readonly LocalText[];
}

export function pathsThrough(content: Content, service: Service): readonly PathThrough[] {
  const shortest = new Map<
    string,
    { readonly mode: PlanMode; readonly path: readonly PlanEvent[]; readonly day: string }
  >();
  for (const { visited, mode } of walkService(content, service))
    for (const { snapshot, path } of visited.values()) {
      const places = snapshot.status === 'done' ? [`end: ${String(snapshot.value)}`] : pagesAt(snapshot);
      for (const place of places)
        if (isBetter({ mode, path }, shortest.get(place)))
          shortest.set(place, { mode, path, day: snapshot.context.today });
    }
  return [...shortest].map(([to, { mode, path, day }]) => ({
    to,
    events: [...modeInWords(mode), ...path.map((event) => eventInWords(event, day))],
  }));
}

type Way = { readonly mode: PlanMode; readonly path: readonly PlanEvent[] };

/** What one can come to for oneself is told of oneself, however much shorter practising is. */
function isBetter({ mode, path }: Way, known: Way | undefined): boolean {
  return known === undefined || (modeKey(known.mode) === modeKey(mode) && path.length < known.path.length);
}

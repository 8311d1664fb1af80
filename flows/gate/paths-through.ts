/** The shortest path to each page of a service and to each of its ends, in words that name every card and answer. */
import type { LocalText } from '#contract/language.ts';
import type { PlanEvent } from '../compile/plan-events.ts';
import type { Service } from '../language/service.ts';
import type { Content } from '../release/content.ts';
import { eventInWords } from './event-words.ts';
import { pagesAt } from './check-ways.ts';
import { walkService } from './walk-service.ts';

export interface PathThrough {
  /** `step`, `step/element`, `fault`, or an end: `end: done`. */
  readonly to: string;
  readonly events: readonly LocalText[];
}

export function pathsThrough(content: Content, service: Service): readonly PathThrough[] {
  const shortest = new Map<string, { readonly path: readonly PlanEvent[]; readonly day: string }>();
  for (const { visited } of walkService(content, service))
    for (const { snapshot, path } of visited.values()) {
      const places = snapshot.status === 'done' ? [`end: ${String(snapshot.value)}`] : pagesAt(snapshot);
      for (const place of places)
        if ((shortest.get(place)?.path.length ?? Infinity) > path.length)
          shortest.set(place, { path, day: snapshot.context.today });
    }
  return [...shortest].map(([to, { path, day }]) => ({ to, events: path.map((event) => eventInWords(event, day)) }));
}

/** Whether every cart can be merged: no two things to find out may wait for each other, whatever services are put together. */
import { gatherInquiries } from '../compile/gather-inquiries.ts';
import type { Inquiry } from '../compile/inquiries.ts';
import { tell } from '../findings/findings.table.ts';
import { listed } from '../findings/said.ts';
import { questionsOf, type Step } from '../language/step.ts';
import type { Content } from './content.ts';
import type { Problem } from './finding.ts';

type Place = readonly [name: string, ...path: PropertyKey[]];

/** Proven over all services at once, as the plan would find out all of it: what any cart asks and looks up is a part of that. */
export function checkCarts(content: Pick<Content, 'elements' | 'sources' | 'workingDays' | 'services'>): Problem[] {
  const circular = inCircles(gatherInquiries([...content.services.values()], content));
  return [...content.services].flatMap(([id, { steps }]) =>
    steps.flatMap((step, index) =>
      placesIn(step)
        .filter(([name]) => circular.has(name))
        .map(([element, ...path]) => ({
          ...tell('cart.circle', { element, circle: listed(circular) }),
          file: `services/${id}`,
          path: ['steps', index, ...path],
        })),
    ),
  );
}

/** What a step finds out, and where it says so. */
function placesIn(step: Step): readonly Place[] {
  if (step.kind === 'lookup') return [[step.source, 'source']];
  return questionsOf(step).map((element, place) => [element, 'elements', place]);
}

/** What remains when everything that can be known first is taken away, again and again. */
function inCircles(inquiries: readonly Inquiry[]): ReadonlySet<string> {
  const needs = new Map(inquiries.flatMap(({ gives, needs }) => (gives === null ? [] : [[gives, needs]])));
  const left = new Set(needs.keys());
  for (let shrank = true; shrank;) {
    const free = [...left].filter((name) => !needs.get(name)?.some((before) => left.has(before)));
    for (const name of free) left.delete(name);
    shrank = free.length > 0;
  }
  return left;
}

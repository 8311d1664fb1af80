/** Whether every cart can be merged: no two questions may wait for each other, whatever services are put together. */
import type { ElementId } from '#contract/ids.ts';
import type { Elements } from '../language/element.ts';
import type { Rules } from '../language/rules.ts';
import type { Service } from '../language/service.ts';
import { questionsOf } from '../language/step.ts';
import { tell } from '../findings/findings.table.ts';
import { listed } from '../findings/said.ts';
import type { Problem } from './finding.ts';

/** Proven per element over all services at once: the questions of any cart are a part of these. */
export function checkCarts(
  rules: Rules,
  elements: Elements,
  services: ReadonlyMap<string, Service>,
): readonly Problem[] {
  const needs = new Map<string, Set<string>>();
  const asks: { readonly element: ElementId; readonly file: string; readonly path: readonly PropertyKey[] }[] = [];
  for (const [id, service] of services) {
    for (const [index, step] of service.steps.entries()) {
      for (const [place, element] of questionsOf(step).entries()) {
        const asked = elements[element];
        const options = asked?.type === 'choice' ? asked.options.map((option) => option.when) : [];
        const before = [step.when, ...options].flatMap((text) => (text === undefined ? [] : rules.needs(text)));
        needs.set(element, new Set([...(needs.get(element) ?? []), ...before]));
        asks.push({ element, file: `services/${id}`, path: ['steps', index, 'elements', place] });
      }
    }
  }
  const circular = inCircles(needs);
  return asks
    .filter(({ element }) => circular.has(element))
    .map(({ element, file, path }) => ({
      ...tell('cart.circle', { element, circle: listed(circular) }),
      file,
      path,
    }));
}

/** What remains when everything that can be known first is taken away, again and again. */
function inCircles(needs: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const left = new Set(needs.keys());
  for (let shrank = true; shrank;) {
    const free = [...left].filter((name) => ![...(needs.get(name) ?? [])].some((before) => left.has(before)));
    for (const name of free) left.delete(name);
    shrank = free.length > 0;
  }
  return left;
}

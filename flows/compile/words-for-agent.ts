/** 代办: what is asked of whoever acts, in words that say whose answer it is; everything else is asked as it is. */
import type { Elements } from '../language/element.ts';

export function elementsForAgent(elements: Elements): Elements {
  return Object.fromEntries(
    Object.entries(elements).map(([id, element]) => [id, { ...element, ...element.forAgent }]),
  ) as Elements;
}

/** Makes the search of a release ready before a citizen opens it, in pieces, so that no touch waits for more than one of them. */
import { setImmediate } from 'node:timers/promises';
import type { Content } from '#flows/release/content.ts';
import { prepareIndex } from '#flows/search/index-of.ts';

export async function prepareSearch(content: Content): Promise<void> {
  for (const _ of prepareIndex(content)) await setImmediate();
}

/** The PATH with folders of ours in front. */
import { delimiter } from 'node:path';

/** @param {...string} folders */
export function pathWith(...folders) {
  return [...folders, process.env['PATH'] ?? ''].join(delimiter);
}

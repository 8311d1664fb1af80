/** A vitest reporter that notes which tests were skipped and why; vitest's own JSON report leaves the reason out. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT } from './project.mjs';

/** @param {string} project @returns {string} the file of reasons, by full test name */
export function skipNotesFile(project) {
  return join(BUILT, 'reports', `${project}.skips.json`);
}

export default class SkipNotes {
  /** @param {ReadonlyArray<import('vitest/node').TestModule>} modules */
  onTestRunEnd(modules) {
    /** @type {Map<string, Record<string, string>>} */
    const byProject = new Map();
    for (const module of modules) {
      const notes = byProject.get(module.project.name) ?? {};
      byProject.set(module.project.name, notes);
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        // The JSON report joins a test's names with a blank, this object with ` > `.
        if (result.state === 'skipped' && result.note) notes[test.fullName.replaceAll(' > ', ' ')] = result.note;
      }
    }
    mkdirSync(join(BUILT, 'reports'), { recursive: true });
    for (const [project, notes] of byProject) writeFileSync(skipNotesFile(project), JSON.stringify(notes));
  }
}

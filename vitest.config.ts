/** How the tests run: `unit` beside the sources, `journeys` over real wires, a hall of its own for each file. */
import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Hundreds of programs are started in a run, many of them to be killed: each finds what another one has compiled.
// What a shell says is taken only when it is one place: `1` would be a folder of that name wherever a program runs.
if (!path.isAbsolute(process.env['NODE_COMPILE_CACHE'] ?? ''))
  process.env['NODE_COMPILE_CACHE'] = path.join(import.meta.dirname, '.build/compile-cache');

/** What takes longest; begun last, each would run alone at the end. */
const LONGEST = [
  '/generated-paths.journey.test.ts',
  '/a-short-night.journey.test.ts',
  '/the-power-fails-at-every-step.journey.test.ts',
  '/renderer.test.ts',
  '/every-field.test.ts',
  '/rooms.test.ts',
  '/payloads.test.ts',
  '/killed-in-each-command.test.ts',
  '/devices-detect.test.ts',
];

/** Where nothing was measured yet, as on a build machine, vitest knows sizes only, and long is not what is large. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return found === -1 ? LONGEST.length : found;
    };
    return sorted.toSorted((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Most tests wait longer than they work, for a wire, another process or a page: journeys take 10 to 25 s of a core each.
    maxWorkers: os.availableParallelism() + 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['**/node_modules/**', '.build/**', '**/*.journey.test.ts', '**/*.full.test.ts'],
          globalSetup: ['fixtures/postgres/shared-postgres.ts'],
          // Against what hangs: each has half a core, and a machine does other things, too.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['fixtures/journeys/**/*.journey.test.ts'],
          globalSetup: ['fixtures/postgres/shared-postgres.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // What a person in the hall would wait, also on a machine that does ten things at once.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        // No part of `npm test`: by what it costs, about an hour on two quiet cores.
        test: {
          name: 'all-paths',
          include: ['fixtures/journeys/all-paths.full.test.ts'],
          globalSetup: ['fixtures/postgres/shared-postgres.ts'],
        },
      },
    ],
  },
});

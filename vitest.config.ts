/** How the tests run: `unit` beside the sources, `journeys` over real wires, a hall of its own for each file. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Hundreds of programs are started in a run, many of them to be killed: each finds what another one has compiled.
process.env['NODE_COMPILE_CACHE'] ??= path.join(import.meta.dirname, '.build/compile-cache');

/** Where nothing was measured yet, large files begin first; a night is a short file and takes longest: begun last it would be alone. */
class NightFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isNight = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('/a-short-night.journey.test.ts');
    const sorted = await super.sort(files);
    return [...sorted.filter(isNight), ...sorted.filter((file) => !isNight(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: NightFirst },
    // Many a test waits for a wire or another process: a core each keeps both busy.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['**/node_modules/**', '.build/**', '**/*.journey.test.ts'],
          globalSetup: ['fixtures/postgres/shared-postgres.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['fixtures/journeys/**/*.journey.test.ts'],
          globalSetup: ['fixtures/postgres/shared-postgres.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // What a person in the hall would wait, also on a machine that does ten things at once.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});

/** How the tests run: `unit` beside the sources, `journeys` over real wires, one hall at a time. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
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
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // What a person in the hall would wait, also on a machine that does ten things at once.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});

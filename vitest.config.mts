import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };

/**
 * Files share a process and the modules it has loaded, on every core: loading the domain anew for each file took longer than
 * the tests. So a test leaves nothing behind in a module, in `globalThis` or in the environment, and replaces no module
 * (`vi.mock` would hold for the files after it): what it wants otherwise is handed in.
 *
 * unit: the pure core and whatever needs no file, part of `npm run check`.
 * integration: real databases, files and processes, in `*.integration.test.ts`. One PostgreSQL server is started for all of them.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          isolate: false,
          testTimeout: 60_000,
          include: ['{server,components,db,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          isolate: false,
          include: ['{server,db,scripts}/**/*.integration.test.ts'],
          globalSetup: ['db/testing/postgres-for-tests.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

import { defineConfig } from '@playwright/test';
import { browserLaunch } from './e2e/browser';

/**
 * Journeys through the built app. Each has data of its own (e2e/fixtures.ts), so they run in any order, two at a time; the servers
 * are the fixtures' and there is no webServer here. Nothing is tried twice: a journey that passes only now and then is a failure.
 * The JSON report is what `npm test` adds up.
 *
 * A trace costs as much as the journey itself. `NIANBAO_TRACE=1 npx playwright test e2e/journeys/<name>` keeps that of a failure;
 * without it there is the picture of every page at the moment it failed.
 */
export default defineConfig({
  testDir: './e2e/journeys',
  outputDir: './test-results',
  globalSetup: './e2e/district-template.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 420_000,
  // Nothing waits this long on a quiet machine.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.nianbao/test/e2e.json' }]],
  use: {
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
    launchOptions: browserLaunch(),
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    screenshot: 'only-on-failure',
    trace: process.env.NIANBAO_TRACE ? 'retain-on-failure' : 'off',
  },
});

import { defineConfig } from '@playwright/test';
import { browserLaunch } from './e2e/browser';

/**
 * Journeys through the running app. Each starts a server of its own on its own data (e2e/fixtures.ts), so there is no
 * webServer here. The JSON report is what `npm test` adds up; PLAYWRIGHT_JSON_OUTPUT_NAME moves it. A journey that fails is
 * walked once more from the beginning, with a new app and new data; one that passes then is named as flaky at the end, and is
 * to be mended.
 */
export default defineConfig({
  testDir: './e2e/journeys',
  outputDir: './test-results',
  workers: 1,
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  reporter: [['list'], ['json', { outputFile: '.nianbao/test/e2e.json' }]],
  use: {
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
    launchOptions: browserLaunch(),
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
  },
});

import { defineConfig } from '@playwright/test';
import { browserLaunch } from './e2e/browser';

/**
 * Journeys through the running app. Each starts a server of its own on its own data (e2e/fixtures.ts), so there is no
 * webServer here. The JSON report is what `npm test` adds up; PLAYWRIGHT_JSON_OUTPUT_NAME moves it.
 */
export default defineConfig({
  testDir: './e2e/journeys',
  outputDir: './test-results',
  workers: 1,
  retries: 0,
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

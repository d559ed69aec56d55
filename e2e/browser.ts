import type { LaunchOptions } from '@playwright/test';
import { findChromium } from '../scripts/run/browser.mjs';

/**
 * How the browser of the journeys is started: the Chromium that `npm test` would find, without a sandbox (root in a
 * container has none) and without anything that calls out of the machine.
 */
export function browserLaunch(): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. npm test installs one, or says what to install.');
  return { executablePath, args: [...quiet] };
}

/**
 * The popups of the address bar: two renderers of their own for every window, half of what a person costs before the first page. Chromium
 * obeys the last of these switches alone, so what Playwright switches off is named again.
 */
const unused = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  `--disable-features=${unused.join(',')}`,
];

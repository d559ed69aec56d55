import { findChromium, hasChineseFont } from './browser.mjs';
import { runLogged } from './logged.mjs';
import { Problem } from './problem.mjs';
import { say } from './say.mjs';
import { answers } from './tools.mjs';

/**
 * A Chromium and a Chinese font for the browser tests: found, else installed where we may, else a sentence that names them.
 *
 * @returns {Promise<string>} path of the Chromium
 */
export async function provision() {
  await installFromDebian();
  if (!findChromium()) await downloadByPlaywright();
  const chromium = findChromium();
  const missing = [chromium ? [] : ['Chromium'], hasChineseFont() ? [] : ['a Chinese font']].flat();
  if (!chromium || missing.length > 0) throw new Problem(missingForBrowserTests(missing));
  return chromium;
}

/** @param {string[]} missing */
export function missingForBrowserTests(missing) {
  return [
    `The browser tests need ${missing.join(' and ')}, and it could not be installed from here.`,
    'On Debian or Ubuntu, as root: apt-get install -y --no-install-recommends chromium fontconfig fonts-noto-cjk.',
    'Elsewhere install Chromium or Chrome (its path in CHROME_PATH) and Noto Sans CJK, then run npm test again.',
  ].join(' ');
}

/** One call per need: Ubuntu has the font but no chromium package, and one unknown name would stop the other. */
async function installFromDebian() {
  const wanted = [findChromium() ? [] : [['chromium']], hasChineseFont() ? [] : [['fontconfig', 'fonts-noto-cjk']]].flat();
  if (wanted.length === 0 || process.getuid?.() !== 0 || !answers('apt-get')) return;
  say(`installing ${wanted.flat().join(', ')} for the browser tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runLogged('apt-update', ['apt-get', 'update'], { env });
  for (const packages of wanted) {
    await runLogged(`apt-${packages[0]}`, ['apt-get', 'install', '-y', '--no-install-recommends', ...packages], { env });
  }
}

async function downloadByPlaywright() {
  say('downloading Chromium for the browser tests …');
  const withSystemLibraries = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
  await runLogged('chromium', [process.execPath, 'node_modules/playwright/cli.js', 'install', ...withSystemLibraries, 'chromium']);
}

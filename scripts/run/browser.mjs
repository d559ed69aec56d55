import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { run } from './children.mjs';
import { answers } from './install.mjs';
import { Problem, say } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const quietly = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };

/**
 * The Chromium that browser tests use: named by the environment, on PATH, or downloaded by Playwright. Each is asked for its
 * version, because on Ubuntu the name on PATH may be a stub that only recommends a snap.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | undefined} its path; undefined when there is none
 */
export function findChromium(env = process.env) {
  const onPath = (env.PATH ?? '').split(':').flatMap((folder) => names.map((name) => `${folder}/${name}`));
  const candidates = [env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH, env.CHROME_PATH, ...onPath, macChrome, playwrightsOwn()];
  return candidates.find((path) => path && existsSync(path) && answers(path));
}

/**
 * A Chromium and a Chinese font for the browser tests: found, else installed where we may, else a sentence that names them.
 *
 * @returns {Promise<string>} path of the Chromium
 */
export async function provideBrowser() {
  // One call per need: Ubuntu has the font but no chromium package, and one unknown name would stop the other.
  const wanted = [...(findChromium() ? [] : [['chromium']]), ...(hasChineseFont() ? [] : [['fontconfig', 'fonts-noto-cjk']])];
  if (wanted.length > 0 && isRoot() && answers('apt-get')) {
    say(`installing ${wanted.flat().join(', ')} for the browser tests …`);
    await run(['apt-get', 'update'], quietly);
    for (const packages of wanted) await run(['apt-get', 'install', '-y', '--no-install-recommends', ...packages], quietly);
  }
  if (!findChromium()) {
    say('downloading Chromium for the browser tests …');
    const withSystemLibraries = process.platform === 'linux' && isRoot() ? ['--with-deps'] : [];
    await run([process.execPath, 'node_modules/playwright/cli.js', 'install', ...withSystemLibraries, 'chromium']);
  }
  const chromium = findChromium();
  const missing = [...(chromium ? [] : ['Chromium']), ...(hasChineseFont() ? [] : ['a Chinese font'])];
  if (chromium && missing.length === 0) return chromium;
  throw new Problem(
    [
      `The browser tests need ${missing.join(' and ')}, and it could not be installed from here.`,
      'On Debian or Ubuntu, as root: apt-get install -y --no-install-recommends chromium fontconfig fonts-noto-cjk.',
      'Elsewhere install Chromium or Chrome (its path in CHROME_PATH) and Noto Sans CJK, then run npm test again.',
    ].join(' '),
  );
}

/** Without one the pages under test are rows of boxes. Only Linux comes without one. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  return Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim());
}

const isRoot = () => process.getuid?.() === 0;

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    // Not installed yet: nobody has downloaded a browser through it either.
    return undefined;
  }
}

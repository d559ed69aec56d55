import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { answers } from './tools.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The Chromium that browser tests use: named by the environment, on PATH, or downloaded by Playwright. Each is asked for its
 * version, because on Ubuntu the name on PATH may be a stub that only recommends a snap.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | undefined} a path or a name on PATH; undefined when there is none
 */
export function findChromium(env = process.env) {
  const candidates = [
    env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
    env.CHROME_PATH,
    ...names.map((name) => onPath(name, env.PATH)),
    macChrome,
    playwrightsOwn(),
  ];
  return candidates.find((path) => path && existsSync(path) && answers(path));
}

/** Without a Chinese font the pages under test are rows of boxes. Only Linux comes without one. */
export function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  return Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim());
}

function onPath(name, path = '') {
  return path
    .split(':')
    .map((folder) => `${folder}/${name}`)
    .find((file) => existsSync(file));
}

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    // Not installed yet: nobody has downloaded a browser through it either.
    return undefined;
  }
}

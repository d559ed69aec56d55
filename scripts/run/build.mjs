import { existsSync } from 'node:fs';
import { fingerprint, piecesOf } from './fingerprint.mjs';
import { requireLogged } from './logged.mjs';
import { once } from './once.mjs';
import { buildId, buildStamp, root } from './paths.mjs';
import { say } from './say.mjs';

/** Everything the built pages are made from. */
const sources = [
  'app',
  'components',
  'server',
  'db',
  'public',
  'proxy.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** `next build` when a source changed since the last one that finished. */
export async function build() {
  await once({
    stamp: buildStamp,
    doing: 'building',
    wanted: () => fingerprint(piecesOf(root, sources, (path) => !/\.test\.tsx?$/.test(path))),
    isThere: () => existsSync(buildId),
    work: async (onStart) => {
      say('building the pages (about 20 seconds) …');
      const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
      await requireLogged('build', [process.execPath, 'node_modules/next/dist/bin/next', 'build'], { env, onStart });
    },
  });
}

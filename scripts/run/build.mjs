import { bundle } from './bundle.mjs';
import { root, runStep } from './children.mjs';
import { compressParts } from './compress-parts.mjs';
import { fingerprint } from './fingerprint.mjs';
import { once } from './once.mjs';

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

/** The server's bundle and `next build`, each when a source changed since the last one that finished. */
export async function build() {
  await bundle();
  await once({
    stamp: '.next/nianbao-build',
    doing: 'building the pages (about 20 seconds)',
    wanted: () => fingerprint(root, sources, (path) => !/\.test\.tsx?$/.test(path)),
    work: buildPages,
  });
}

async function buildPages() {
  await runStep('build', [process.execPath, 'node_modules/next/dist/bin/next', 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  await compressParts();
}

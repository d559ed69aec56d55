import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleFolder, programs, root } from '../../server/programs.mjs';
import { fingerprint } from './fingerprint.mjs';
import { once } from './once.mjs';

/** Everything the programs are made from. Migrations are read where they stand; what they borrow is a part of the programs. */
const sources = ['server', 'db', 'scripts/run/bundle.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];
const isSource = (path) => !/\.test\.tsx?$|^db\/migrations\/(?!.*\.lent\.ts$)|\.md$/.test(path);
const stamp = `${bundleFolder}/made-from`;

/**
 * What finds a file of its own by where it stands: native modules, threads and workers of packages, Next. The rest goes into the bundle;
 * what a program imports only when it is wanted is a file of its own there, and is loaded only then.
 */
const external = [
  ...['next', 'better-sqlite3', '@node-rs/argon2', '@resvg/resvg-js', '@myriaddreamin/typst-ts-node-compiler'],
  ...['piscina', 'pdfjs-dist', 'pg-native', 'tsx', 'esbuild'],
];

/** The programs as JavaScript, when a source changed since they were last made: to read the TypeScript takes two of three seconds of a start, and half the memory. */
export async function bundle() {
  await once({ stamp, doing: 'bundling the server', wanted, made, work });
}

/** On the disk before the stamp says so: Node runs a program of 0 bytes without a word. */
async function work() {
  await bundleInto(bundleFolder, programs);
  for (const path of [...outputs(), bundleFolder]) flush(join(root, path));
}

/** Whether the programs that stand there are made from the sources that stand there. */
export function isBundleFresh() {
  try {
    return readFileSync(join(root, stamp), 'utf8') === wanted() + made();
  } catch {
    return false;
  }
}

function wanted() {
  return fingerprint(root, sources, isSource);
}

/** Every file of them, and how long it is. */
function made() {
  return outputs()
    .map((path) => `\n${path} ${statSync(join(root, path)).size}`)
    .join('');
}

function outputs() {
  try {
    return readdirSync(join(root, bundleFolder))
      .map((name) => `${bundleFolder}/${name}`)
      .filter((path) => path !== stamp)
      .sort();
  } catch {
    return [];
  }
}

function flush(path) {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/**
 * @param {string} folder two levels below the project's, as `bundleFolder` is
 * @param {Record<string, string>} entries the source of each program, by its name there
 */
export async function bundleInto(folder, entries) {
  const { build } = await import('esbuild');
  rmSync(join(root, folder), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external,
    // Names stay: they stand in stacks, and errors are told apart by them.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    sourcesContent: false,
    define: { nianbaoIsBundled: 'true' },
    inject: ['server/log/name-sources.ts'],
    // Packages in the old module format ask for `require`.
    banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
    plugins: [placesOfSources],
    logLevel: 'warning',
  });
}

/** A module that finds a file by where it stands itself goes on finding it: `import.meta.url` is its source's. */
const placesOfSources = {
  name: 'places of sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?ts$|\.mjs$/ }, ({ path }) => {
      const source = relative(root, path);
      if (source.startsWith('node_modules')) return null;
      const content = readFileSync(path, 'utf8');
      if (!content.includes('import.meta.url')) return null;
      // All of a bundle's files lie in one folder, whichever of them this module ends in.
      const place = JSON.stringify(relative(bundleFolder, source));
      return { contents: content.replaceAll('import.meta.url', `new URL(${place},import.meta.url).href`), loader: 'ts' };
    });
  },
};

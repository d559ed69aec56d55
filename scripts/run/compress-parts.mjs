import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { root } from './children.mjs';

/** What the pages are made of in the browser, the same for everybody; `server/boot/parts-handler.ts` sends it. */
const folder = '.next/static';
const isText = /\.(?:js|css|json|svg|txt)$/;
/** What is smaller gains nothing that a packet would notice. */
const minBytes = 1_000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Compresses the built parts as far as it goes, so that nobody who opens a page waits for it: three seconds for all of them, nothing for
 * those that are. Brotli is an eighth smaller than gzip; browsers take it by https and from this machine.
 */
export async function compressParts(base = root) {
  await Promise.all(parts(join(base, folder)).map(compress));
}

/** A part's name changes with its content: what is compressed stays right. */
function parts(inside) {
  if (!existsSync(inside)) return [];
  return readdirSync(inside, { recursive: true })
    .map((path) => join(inside, String(path)))
    .filter((path) => isText.test(path) && !existsSync(`${path}.br`) && statSync(path).size >= minBytes);
}

async function compress(path) {
  const text = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  put(`${path}.gz`, await zip(text, { level: constants.Z_BEST_COMPRESSION }));
  put(`${path}.br`, await brotli(text, { params }));
}

/** Whole or not at all: two runs may be at it. */
function put(path, bytes) {
  const beside = `${path}-${process.pid}`;
  writeFileSync(beside, bytes);
  renameSync(beside, path);
}

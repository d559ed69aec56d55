import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * One hash over named pieces; a renamed, added or emptied piece changes it as an edited one does.
 *
 * @param {[name: string, content: string | Uint8Array][]} pieces in any order
 * @returns {string}
 */
export function fingerprint(pieces) {
  const hash = createHash('sha256');
  for (const [name, content] of [...pieces].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(JSON.stringify([name, content.length])).update(content);
  }
  return hash.digest('hex');
}

/**
 * The files under the given folders (or the files themselves) as pieces. What is missing is left out: a newcomer changes the hash.
 *
 * @param {string} root
 * @param {string[]} paths
 * @param {(path: string) => boolean} [isWanted]
 */
export function piecesOf(root, paths, isWanted = () => true) {
  return paths
    .flatMap((path) => filesUnder(root, path))
    .filter(isWanted)
    .map((path) => /** @type {[string, Buffer]} */ ([path, readFileSync(join(root, path))]));
}

/** A stamp is written only after the work is done, so that work stopped half-way is done again. */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}

export function removeStamp(file) {
  rmSync(file, { force: true });
}

function filesUnder(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesUnder(root, `${path}/${name}`));
}

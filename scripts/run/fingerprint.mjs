import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One hash over the files under the given folders (or the files themselves); a renamed, added or removed file changes it as an
 * edited one does. What is missing is left out: a newcomer changes the hash.
 *
 * @param {string} root
 * @param {string[]} paths
 * @param {(path: string) => boolean} [isWanted]
 */
export function fingerprint(root, paths, isWanted = () => true) {
  const hash = createHash('sha256');
  const files = paths.flatMap((path) => filesUnder(root, path)).filter(isWanted);
  for (const path of files.sort()) {
    const content = readFileSync(join(root, path));
    hash.update(JSON.stringify([path, content.length])).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [path] : [];
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
    const below = `${path}/${entry.name}`;
    return entry.isFile() ? [below] : filesUnder(root, below);
  });
}

import { join } from 'node:path';
import type { BackedUpStore } from './backed-up-store';
import { filesBelow, listedFile } from './files';
import { type Manifest, manifestName, readManifest } from './manifest';
import { backedUpStores } from './stores';

/** What was found in a backup. Without faults it is as it was made. */
export interface CheckedBackup {
  manifest: Manifest | null;
  faults: string[];
}

/** Checks a backup to the last bit, and then what is in it. Nothing is changed, and nothing is needed but the backup. */
export async function checkBackup(folder: string, stores: readonly BackedUpStore[] = backedUpStores): Promise<CheckedBackup> {
  const read = readManifest(folder);
  if (!read.manifest) return { manifest: null, faults: [read.fault] };
  const { manifest } = read;
  const faults = await wrongFiles(folder, manifest);
  // What bytes that are not the backup's hold is nobody's business.
  if (faults.length > 0) return { manifest, faults };
  for (const [name, facts] of Object.entries(manifest.stores)) {
    const store = stores.find((one) => one.name === name);
    if (!store)
      faults.push(`${name}: 本程序不认识这部分，备份来自更新的版本 / this program does not know this part: the backup is of a newer one`);
    else faults.push(...(await store.inspect(join(folder, name), facts)).map((fault) => `${name}: ${fault}`));
  }
  // A backup of an older program lacks the stores that came later; none was ever made without the database.
  if (!('database' in manifest.stores)) faults.push('database: 备份中没有数据库 / is not in the backup');
  return { manifest, faults };
}

async function wrongFiles(folder: string, manifest: Manifest): Promise<string[]> {
  const listed = new Map(manifest.files.map((file) => [file.name, file]));
  const present = filesBelow(folder).filter((name) => name !== manifestName);
  const faults = present.filter((name) => !listed.has(name)).map((name) => `${name}: 清单中没有 / is not in the manifest`);
  for (const { name, bytes, sha256 } of manifest.files) {
    if (!present.includes(name)) {
      faults.push(`${name}: 缺失 / is missing`);
      continue;
    }
    const found = await listedFile(folder, name);
    if (found.bytes !== bytes) faults.push(`${name}: ${found.bytes} 字节，应为 ${bytes} / bytes, should be ${bytes}`);
    else if (found.sha256 !== sha256) faults.push(`${name}: 内容已变 / its content has changed`);
  }
  return faults;
}

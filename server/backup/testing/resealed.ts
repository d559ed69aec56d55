import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listedFile } from '../files';
import { manifestName, manifestText, readManifest, sealManifest } from '../manifest';

/** As somebody would who changes a backup and knows how it is made. */
export async function resealed(folder: string, change: (said: object) => object = (said) => said): Promise<void> {
  const { manifest } = readManifest(folder);
  if (!manifest) throw new Error('the backup has a manifest');
  const { hash: _, kind: __, layout: ___, ...content } = manifest;
  const files = await Promise.all(manifest.files.map(({ name }) => listedFile(folder, name)));
  const stores = { ...content.stores, database: { ...change(content.stores.database ?? {}) } };
  writeFileSync(join(folder, manifestName), manifestText(sealManifest({ ...content, stores, files })));
}

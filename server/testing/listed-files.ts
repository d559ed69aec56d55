import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';

interface Listed {
  files: { name: string; bytes: number; sha256: string }[];
}

/**
 * What the manifest of a zip says, once every file beside it is listed with its true size and hash, and none is listed that is not there.
 *
 * @returns the manifest, of the shape the caller knows it has
 */
export function expectListedFiles<M extends Listed>(zip: Uint8Array): M {
  const { 'manifest.json': listed = new Uint8Array(), ...files } = unzipSync(zip);
  const manifest = JSON.parse(strFromU8(listed)) as M;
  const inside = Object.entries(files).map(([name, bytes]) => [name, bytes.byteLength, createHash('sha256').update(bytes).digest('hex')]);
  expect(manifest.files.map(({ name, bytes, sha256 }) => [name, bytes, sha256]).sort()).toEqual(inside.sort());
  return manifest;
}

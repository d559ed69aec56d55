import { createHash, randomBytes } from 'node:crypto';
import { Zip, ZipDeflate } from 'fflate';
import { expect, it } from 'vitest';
import { folderZip, pressed } from './folder-zip';
import { noTime } from './word/repeatable-zip';

it('a zip of files that were pressed elsewhere has the bytes of one that presses them itself', () => {
  const files: [string, Uint8Array][] = [
    ['示例区1局/年报.json', new TextEncoder().encode('{"年": 2026}'.repeat(20_000))],
    ['one/large.bin', randomBytes(300_000)],
    ['empty', new Uint8Array()],
  ];
  const here: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => here.push(chunk));
  for (const [name, bytes] of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = noTime;
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  const grown = folderZip();
  const added = files.map(([name, bytes]) => grown.add(name, structuredClone(pressed(bytes))));
  expect(Buffer.concat([...added.flatMap(({ chunks }) => chunks), ...grown.end()]).equals(Buffer.concat(here))).toBe(true);
  expect(added.map(({ listed }) => listed)).toEqual(
    files.map(([name, bytes]) => ({ name, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') })),
  );
});

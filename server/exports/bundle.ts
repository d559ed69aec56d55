import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ReportDocument } from '@/server/domain/report/report-document';
import { findFonts } from './pdf/fonts';
import { noTime } from './word/repeatable-zip';

/**
 * Every face in one zip, with a manifest that says which report it is and gives each file's SHA-256 and size, and the fonts the PDF was
 * set in. Whoever receives it can prove with any tool that nothing was changed on the way. The same edition gives the same bytes.
 */
export async function bundleOf(
  document: ReportDocument,
  files: readonly { name: string; write: () => Promise<Uint8Array> }[],
): Promise<Uint8Array> {
  const entries: Zippable = {};
  const listed: { name: string; bytes: number; sha256: string }[] = [];
  for (const { name, write } of files) {
    const bytes = await write();
    entries[name] = [bytes, { mtime: noTime, level: 6 }];
    listed.push({ name, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  const { organ, year, scope, format, rowVariant, edition, contentHash } = document;
  const manifest = {
    kind: 'report-bundle',
    report: { organ, year, scope, format, rowVariant, edition, contentHash },
    files: listed,
    pdfFonts: findFonts().found,
  };
  entries['manifest.json'] = [strToU8(`${JSON.stringify(manifest, null, 2)}\n`), { mtime: noTime, level: 6 }];
  return zipSync(entries);
}

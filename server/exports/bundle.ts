import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { type PastYear, yearsOfTrend } from '@/server/domain/report/charts/trend-chart';
import type { ReportDocument } from '@/server/domain/report/report-document';
import { type BundleManifest, manifestSchemaText, reportSchemaText } from './bundle/manifest-schema';
import { noTime } from './word/repeatable-zip';

export interface BundledFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Every face in one zip, with a manifest that says which report it is and gives each file's SHA-256 and size, the fonts the PDF was
 * set in, the files of evidence by their hashes, and the editions the trend rests on; and with the schemas of the report JSON and of the manifest. Whoever receives it can prove
 * with any tool that nothing was changed on the way. The same edition beside the same earlier ones gives the same bytes.
 */
export async function bundleOf(
  document: ReportDocument,
  { past, evidence }: { past: readonly PastYear[]; evidence: NonNullable<BundleManifest['evidence']> },
  parts: readonly (() => Promise<readonly BundledFile[]>)[],
): Promise<Uint8Array> {
  const { findFonts } = await import('./pdf/fonts');
  const files: BundledFile[] = [];
  for (const write of parts) files.push(...(await write()));
  files.push({ name: 'schemas/report.schema.json', bytes: strToU8(reportSchemaText()) });
  files.push({ name: 'schemas/manifest.schema.json', bytes: strToU8(manifestSchemaText()) });
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, { mtime: noTime, level: 6 }];
  const { organ, year, scope, format, rowVariant, edition, contentHash, logHead } = document;
  const manifest: BundleManifest = {
    kind: 'report-bundle',
    report: { organ, year, scope, format, rowVariant, edition, contentHash },
    ...(logHead ? { log: logHead } : {}),
    trend: past
      .filter((one) => one.year !== year && yearsOfTrend(year).includes(one.year))
      .map(({ year: of, edition: number, contentHash: hash, formerName }) => ({
        year: of,
        edition: number,
        contentHash: hash,
        ...(formerName === undefined ? {} : { formerName }),
      })),
    ...(evidence.length > 0 ? { evidence: [...evidence] } : {}),
    files: files.map(({ name, bytes }) => ({
      name,
      bytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    pdfFonts: findFonts().found,
  };
  entries['manifest.json'] = [strToU8(`${JSON.stringify(manifest, null, 2)}\n`), { mtime: noTime, level: 6 }];
  return zipSync(entries);
}

import { maxWorkbookBytes } from '@/server/domain/workbook/limits';

const [maxFiles, maxBytes] = [500, 100_000_000];

export type Unzipped = { files: { name: string; blob: Blob }[] } | { why: 'zipTooLarge' | 'zipDamaged' | 'zipEmpty' };

/** The workbooks in a zip. It is opened here, in the browser of whoever chose it; each workbook is then sent, and judged, by itself. */
export async function unzipped(zip: File): Promise<Unzipped> {
  if (zip.size > maxBytes) return { why: 'zipTooLarge' };
  const { unzipSync } = await import('fflate');
  const counted = { files: 0, bytes: 0 };
  try {
    const entries = unzipSync(new Uint8Array(await zip.arrayBuffer()), {
      filter({ name, originalSize }) {
        if (!/\.xlsx$/i.test(name) || /(?:^|\/)(?:__MACOSX|\.|~\$)/.test(name)) return false;
        counted.files += 1;
        counted.bytes += originalSize;
        if (counted.files > maxFiles || counted.bytes > maxBytes) throw new RangeError('too much');
        return originalSize <= maxWorkbookBytes * 2;
      },
    });
    const files = Object.entries(entries).map(([name, bytes]) => ({
      name: name.split('/').at(-1) ?? name,
      blob: new Blob([new Uint8Array(bytes)]),
    }));
    return files.length > 0 ? { files } : { why: 'zipEmpty' };
  } catch (error) {
    return { why: error instanceof RangeError && error.message === 'too much' ? 'zipTooLarge' : 'zipDamaged' };
  }
}

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const core = 'docProps/core.xml';
/** The first moment a zip entry can say; local time on both sides, so the bytes are the same in every time zone. */
export const noTime = new Date(1980, 0, 1);

/**
 * The same package without the moment it was written: entries in a fixed order with a fixed time, no created and modified
 * dates. One edition then gives one sequence of bytes, and a hash of the file says something.
 *
 * @param rewritten what becomes of the text of some entries
 */
export function repeatableZip(bytes: Uint8Array, rewritten: Readonly<Record<string, (text: string) => string>> = {}): Uint8Array {
  const files = unzipSync(bytes);
  const entries: Zippable = {};
  for (const name of Object.keys(files).sort(contentTypesFirst)) {
    const content = files[name];
    const rewrite = name === core ? withoutDates : rewritten[name];
    if (content) entries[name] = [rewrite ? strToU8(rewrite(strFromU8(content))) : content, { mtime: noTime, level: 6 }];
  }
  return zipSync(entries);
}

function withoutDates(xml: string): string {
  return xml.replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '');
}

/** Some readers look at the first entry to tell a Word file from any other zip. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

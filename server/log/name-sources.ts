import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The first thing that a bundled program loads (`scripts/run/bundle.mjs`): from here on stacks name the sources.
 *
 * Node's own `--enable-source-maps` reads every map at the start and keeps it, 60 MB of them; here one is read when the first stack comes
 * that needs it.
 */
Error.prepareStackTrace = (error, sites) => [headOf(error), ...sites.map((site) => `    at ${withSource(String(site))}`)].join('\n');

const place = /(?:file:\/\/)?(\/[^():]+\.m?js):(\d+):(\d+)/;
const maps = new Map<string, SourceMap | null>();

/** A line of a stack with the place in the source, where what is built here has a map beside it. */
export function withSource(line: string): string {
  return line.replace(place, (made, file: string, row: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(row) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry) || !entry.originalSource) return made;
    const source = fileURLToPath(new URL(entry.originalSource, pathToFileURL(file)));
    return `${relative(process.cwd(), source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** Packages have maps too, to sources that they do not bring. */
function mapOf(file: string): SourceMap | null {
  if (file.includes('/node_modules/')) return null;
  const known = maps.get(file);
  if (known !== undefined) return known;
  const read = readMap(file);
  maps.set(file, read);
  return read;
}

function readMap(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${decodeURI(file)}.map`, 'utf8')));
  } catch {
    return null;
  }
}

function headOf(error: Error): string {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}

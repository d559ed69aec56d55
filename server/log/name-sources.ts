import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isBundled } from '../programs.mjs';

/**
 * The first thing that a bundled program loads (`scripts/run/bundle.mjs`): from here on stacks name the sources.
 *
 * Node's own `--enable-source-maps` reads every map at the start and keeps it, 60 MB of them; here one is read when the first stack comes
 * that needs it. Next puts a function of its own in the place of ours when it is prepared, so this is said again then.
 */
export function nameSources(): void {
  Error.prepareStackTrace = (error, sites) => [headOf(error), ...sites.map((site) => `    at ${withSource(String(site))}`)].join('\n');
}

const place = /(?:file:\/\/)?(\/[^():]+\.m?js):(\d+):(\d+)/;
const maps = new Map<string, SourceMap | null>();

if (isBundled) nameSources();

/** A line of a stack with the place in the source, where what is built here has a map beside it; else as it was, since whoever threw is owed their own error. */
export function withSource(line: string): string {
  try {
    return line.replace(place, (made, file: string, row: string, column: string) => {
      const entry = mapOf(file)?.findEntry(Number(row) - 1, Number(column) - 1);
      if (!entry || !('originalSource' in entry) || !entry.originalSource) return made;
      return `${sourceIn(entry.originalSource, file)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
  } catch {
    return line;
  }
}

/** As seen from here. Turbopack names the sources of pages by addresses of its own. */
function sourceIn(named: string, file: string): string {
  const ofPages = /^turbopack:\/\/\/\[project\]\/(.+)$/.exec(named)?.[1];
  return ofPages ?? relative(process.cwd(), fileURLToPath(new URL(named, pathToFileURL(file))));
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

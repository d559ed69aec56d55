import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** The smallest first. */
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

const types: Partial<Record<string, string>> = {
  '.js': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

const address = '/_next/static/';

/**
 * The parts of the program as the build has compressed them (`scripts/run/compress-parts.mjs`), so that sending one costs the reading of
 * a file. A part that is not compressed, and a browser that takes neither form, are the next handler's.
 *
 * @param folder what stands there at the start of the process
 */
export function partsHandler(folder: string, next: Listener): Listener {
  const sizes = compressedParts(folder);
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const name = path.slice(address.length);
    const type = types[extname(name)];
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = encodings.find((one) => sizes.has(name + one.ending) && isAccepted(one.name, accepted));
    if (!path.startsWith(address) || !type || !encoding) return next(request, response);
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Encoding': encoding.name,
      'Content-Length': sizes.get(name + encoding.ending),
      // Its name changes with its content.
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    });
    if (request.method === 'HEAD') return void response.end();
    // A browser that goes away is no fault; a file that goes away leaves an answer cut short.
    pipeline(createReadStream(join(folder, name + encoding.ending)), response, () => {});
  };
}

/** Every compressed part by its way from the folder, with its size. Only these are ever opened, whatever an address says. */
function compressedParts(folder: string): ReadonlyMap<string, number> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  return new Map(names.filter((name) => /\.(?:br|gz)$/.test(name)).map((name) => [name, statSync(join(folder, name)).size]));
}

/** @param accepted e.g. `gzip, deflate, br;q=0.5` */
function isAccepted(encoding: string, accepted: string): boolean {
  return accepted.split(',').some((one) => {
    const [name, ...how] = one.split(';').map((part) => part.trim().toLowerCase());
    return (name === encoding || name === '*') && !how.some((part) => /^q=0(?:\.0*)?$/.test(part));
  });
}

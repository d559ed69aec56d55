import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import next from 'next';
import { atThisMachineHeader, isAtThisMachine } from '@/server/auth/demonstration-door';
import { deviceCookie, deviceFrom, deviceHeader, isDoor, newDevice } from '@/server/auth/device-cookie';
import type { Env } from '@/server/env';
import { faultSentence } from '@/server/fault';
import { nameSources } from '@/server/log/name-sources';
import { currentRequest, noteFault } from '@/server/log/request-scope';
import { isBundled } from '@/server/programs.mjs';
import { addressHeader, clientAddress } from './client-address';
import { partsHandler } from './parts-handler';
import { aheadHeader, isAhead, wantedHeader, wantedPage } from './wanted-page';

/** Pages, their parts and next-auth. */
export async function nextHandler(options: {
  env: Env;
  isDev: boolean;
}): Promise<(request: IncomingMessage, response: ServerResponse) => void> {
  if (!options.isDev) configureAsBuilt();
  const app = next({ dev: options.isDev, hostname: options.env.host, port: options.env.port });
  await app.prepare();
  // Next has put its own in the place of ours.
  if (isBundled) nameSources();
  const handle = app.getRequestHandler();
  const pages = (request: IncomingMessage, response: ServerResponse) => {
    const address = clientAddress(request, options.env.trustedProxies);
    delete request.headers[addressHeader];
    if (address) request.headers[addressHeader] = address;
    delete request.headers[deviceHeader];
    request.headers[wantedHeader] = wantedPage(request.url ?? '/');
    request.headers[aheadHeader] = isAhead(request.headers) ? 'yes' : 'no';
    request.headers[atThisMachineHeader] = isAtThisMachine(request.headers) ? 'yes' : 'no';
    if (isDoor(request.url ?? '')) knowAgain(request, response, options.env);
    handle(request, response).catch((error: unknown) => {
      noteFault('fault', error);
      if (response.headersSent) return response.destroy();
      const { zh, en } = faultSentence(currentRequest()?.id ?? '');
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`${zh}\n${en}`);
    });
  };
  return options.isDev ? pages : partsHandler('.next/static', pages);
}

/**
 * Gives Next the configuration that the pages were built with, as its own standalone server does: left to find it, Next loads a compiler into every
 * server to read TypeScript (24 MB), and goes on looking for the file when the configuration is handed over.
 */
function configureAsBuilt(): void {
  const { config } = JSON.parse(readFileSync('.next/required-server-files.json', 'utf8')) as { config: object };
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}

/** In place of the pages where nobody looks at them: a restored backup is tried out without a build. */
export function noPages(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404);
  response.end();
}

/** A browser that comes to a door is given something to be known again by, before it is known who comes. */
function knowAgain(request: IncomingMessage, response: ServerResponse, { isHttps }: Env): void {
  const given = deviceFrom(request.headers, isHttps);
  const device = given ?? newDevice();
  if (!given) response.appendHeader('Set-Cookie', deviceCookie(device, isHttps));
  request.headers[deviceHeader] = device;
}

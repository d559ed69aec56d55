import type { IncomingMessage, ServerResponse } from 'node:http';
import next from 'next';
import nextConfig from '@/next.config';
import { atThisMachineHeader, isAtThisMachine } from '@/server/auth/demonstration-door';
import { deviceCookie, deviceFrom, deviceHeader, isDoor, newDevice } from '@/server/auth/device-cookie';
import type { Env } from '@/server/env';
import { faultSentence } from '@/server/fault';
import { currentRequest, noteFault } from '@/server/log/request-scope';
import { addressHeader, clientAddress } from './client-address';

/** Pages and next-auth. */
export async function nextHandler(options: {
  env: Env;
  isDev: boolean;
}): Promise<(request: IncomingMessage, response: ServerResponse) => void> {
  // Given, and not left to be found: Next would load a compiler (24 MB) into every server to read TypeScript.
  const app = next({ dev: options.isDev, hostname: options.env.host, port: options.env.port, conf: nextConfig });
  await app.prepare();
  const handle = app.getRequestHandler();
  return (request, response) => {
    const address = clientAddress(request, options.env.trustedProxies);
    delete request.headers[addressHeader];
    if (address) request.headers[addressHeader] = address;
    delete request.headers[deviceHeader];
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

import type { IncomingMessage, ServerResponse } from 'node:http';
import next from 'next';
import { atThisMachineHeader, isAtThisMachine } from '@/server/auth/demonstration-door';
import type { Env } from '@/server/env';
import { addressHeader, clientAddress } from './client-address';

/** Pages and next-auth. */
export async function nextHandler(options: {
  env: Env;
  isDev: boolean;
}): Promise<(request: IncomingMessage, response: ServerResponse) => void> {
  const app = next({ dev: options.isDev, hostname: options.env.host, port: options.env.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  return (request, response) => {
    const address = clientAddress(request, options.env.trustedProxies);
    delete request.headers[addressHeader];
    if (address) request.headers[addressHeader] = address;
    request.headers[atThisMachineHeader] = isAtThisMachine(request.headers) ? 'yes' : 'no';
    handle(request, response).catch((error: unknown) => {
      process.stderr.write(
        `${new Date().toISOString()} error in ${request.url}: ${error instanceof Error ? error.stack : String(error)}\n`,
      );
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Door, doorOf } from './door-of';
import { forgetTheRest, type Refusal, refuseAndClose } from './refuse-and-close';
import { tooLargeForAProcedure } from './trpc-handler';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const kilobyte = 1024;

/** How large a body each door takes. Most read nothing; what a page is sent is a form of a few fields. */
export const largestBodyBytes: Record<Door, number> = {
  procedures: 1024 * kilobyte,
  files: 0,
  health: 0,
  metrics: 0,
  parts: 0,
  sign_in: 64 * kilobyte,
  pages: 64 * kilobyte,
};

export interface Patience {
  /** Until the last header has come. */
  headersMs: number;
  /** Until the last byte of the body has come: 1 MB at 20 kB a second. */
  requestMs: number;
  /** How often the two are looked at. */
  everyMs: number;
  /** How long somebody who is answered may go on sending. */
  lingerMs: number;
}

const usual: Patience = { headersMs: 15_000, requestMs: 60_000, everyMs: 5_000, lingerMs: 1_000 };

/** The HTTP server of a process, which waits for nobody for ever. */
export function newServer(listener: Listener, patience = usual): Server {
  const answer: Listener = (request, response) => {
    response.once('finish', () => {
      if (!request.complete) forgetTheRest(request, patience.lingerMs);
    });
    listener(request, response);
  };
  const server = createServer({ connectionsCheckingInterval: patience.everyMs }, answer);
  // A client that asks before it sends learns without sending.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!saysTooMuch(request)) response.writeContinue();
    answer(request, response);
  });
  server.headersTimeout = patience.headersMs;
  server.requestTimeout = patience.requestMs;
  // Longer than a reverse proxy keeps its connections (60 s): one closed here while a request is on its way loses that request.
  server.keepAliveTimeout = 75_000;
  return server;
}

/**
 * No handler sees a request whose body is said to be larger than its door takes, and none goes on reading one that turns out to be.
 */
export function capped(listener: Listener, { lingerMs }: Pick<Patience, 'lingerMs'> = usual): Listener {
  return (request, response) => {
    const refuse = () => refuseAndClose(request, response, tooLarge(request), lingerMs);
    if (saysTooMuch(request)) return refuse();
    watchBody(request, largestOf(request), refuse);
    listener(request, response);
  };
}

function largestOf(request: IncomingMessage): number {
  return largestBodyBytes[doorOf(pathOf(request))];
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? '/';
}

/** A body without a length is one of some bytes at least. */
function saysTooMuch(request: IncomingMessage): boolean {
  const { headers } = request;
  return Number(headers['content-length'] ?? (headers['transfer-encoding'] ? 1 : 0)) > largestOf(request);
}

/**
 * Counts what really comes, whatever the headers said.
 *
 * `prependListener` and not `on`: a first `on('data')` sets a stream flowing, and whoever reads the body later would miss its beginning.
 */
function watchBody(request: IncomingMessage, largestBytes: number, onTooMuch: () => void): void {
  let bytes = 0;
  const count = (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes <= largestBytes) return;
    request.removeListener('data', count);
    onTooMuch();
  };
  request.prependListener('data', count);
}

function tooLarge(request: IncomingMessage): Refusal {
  if (doorOf(pathOf(request)) === 'procedures') return tooLargeForAProcedure();
  const largest = largestOf(request);
  const [zh, en] =
    largest === 0
      ? ['这个地址不接收内容。', 'This address takes no content.']
      : [`发送的内容太大（最多 ${largest / kilobyte} KB）。`, `What was sent is too large (at most ${largest / kilobyte} KB).`];
  return { status: 413, contentType: 'text/plain', body: `${zh}\n${en}` };
}

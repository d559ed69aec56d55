import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createContext } from '@/server/api/context';
import { refusalBeforeAll } from '@/server/auth/before-all';
import { clientAddress } from '@/server/boot/client-address';
import type { ReportFile, StreamedFile } from '@/server/commands/export/report-file';
import { downloadHeader } from '@/server/domain/download-header';
import { Refused } from '@/server/errors';
import { faultSentence, refusalOf } from '@/server/fault';
import { currentRequest, noteFault } from '@/server/log/request-scope';
import type { Runtime } from '@/server/runtime';
import { askedFile } from './asked-file';
import { noteDownload } from './downloads';

const statusOf: Partial<Record<string, number>> = {
  not_signed_in: 401,
  not_found: 404,
  forbidden: 403,
  password_too_old: 403,
  second_factor_missing: 403,
  obstacles: 409,
  storage_full: 503,
  unavailable: 503,
  too_many: 429,
  work_failed: 500,
};

/** Downloads (`asked-file.ts` says which). Checks for itself like every door. */
export function filesHandler(runtime: Runtime): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(runtime, request, response).catch((error: unknown) => {
      const reference = currentRequest()?.id ?? '';
      const refused = refusalOf(error, reference);
      if (response.headersSent) {
        // Whoever downloads has gone, or the file broke off: half a file must not look whole.
        response.destroy();
        if ((error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
      }
      if (refused !== error) noteFault(refused ? 'trouble with the store' : 'fault', error);
      if (response.headersSent) return;
      response.writeHead(refused ? (statusOf[refused.code] ?? 400) : 500, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      });
      const { zh, en } = refused?.sentence ?? faultSentence(reference);
      response.end(`${zh}\n${en}`);
    });
  };
}

/** By which the page that fetches it asks where it is. */
function numberOf({ headers }: IncomingMessage): string | null {
  const given = headers[downloadHeader];
  return typeof given === 'string' && /^[0-9a-f-]{32,36}$/.test(given) ? given : null;
}

async function answer(runtime: Runtime, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const number = numberOf(request);
  const context = await createContext(runtime, request.headers, clientAddress(request, runtime.env.trustedProxies), {
    asker: (userId) => ({
      signal: gone.signal,
      ...(number ? { watch: (ask) => noteDownload({ number, userId, ask, until: gone.signal }) } : {}),
    }),
  });
  if (!context.actor) throw signedOut();
  const refused = refusalBeforeAll(context.actor, null);
  if (refused) throw refused;
  const asked = request.method === 'GET' || request.method === 'HEAD' ? askedFile((request.url ?? '').split('?')[0] ?? '') : null;
  if (!asked) throw new Refused('not_found', { zh: '没有这个文件。', en: 'There is no such file.' });
  runtime.sessionEnds.watch(context.actor.sessionId ?? '', () => gone.abort(signedOut()), gone.signal);
  const file = await asked({ ...context.command, actor: context.actor }).catch((error: unknown) => {
    throw gone.signal.reason instanceof Refused ? gone.signal.reason : error;
  });
  response.writeHead(200, {
    'Content-Type': file.contentType,
    ...(lengthOf(file) === undefined ? {} : { 'Content-Length': lengthOf(file) }),
    'Content-Disposition': `attachment; filename="report.${file.name.split('.').at(-1)}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // Should something show it all the same: as a document of nobody, which runs nothing and loads nothing.
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  });
  if (request.method === 'HEAD') response.end();
  else if ('bytes' in file) response.end(Buffer.from(file.bytes));
  else await pipeline(file.stream, response);
}

function lengthOf(file: ReportFile | StreamedFile): number | undefined {
  return 'bytes' in file ? file.bytes.byteLength : file.length;
}

function signedOut(): Refused {
  return new Refused('not_signed_in', { zh: '请先登录。', en: 'Please sign in first.' });
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext } from '@/server/api/context';
import { id, scope, year } from '@/server/api/schemas';
import { clientAddress } from '@/server/boot/client-address';
import { exportReport } from '@/server/commands/export-report';
import { Refused } from '@/server/errors';
import { type FaceKind, faces } from '@/server/exports';
import type { Runtime } from '@/server/runtime';

const statusOf: Partial<Record<string, number>> = { not_signed_in: 401, not_found: 404, forbidden: 403, obstacles: 409 };

/** Downloads: `/files/reports/<unit>/<year>/<scope>/<edition|draft>.<face>`. Checks for itself like every door. */
export function filesHandler(runtime: Runtime): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(runtime, request, response).catch((error: unknown) => {
      const refused = error instanceof Refused ? error : null;
      if (!refused)
        process.stderr.write(
          `${new Date().toISOString()} error in ${request.url}: ${error instanceof Error ? error.stack : String(error)}\n`,
        );
      response.writeHead(refused ? (statusOf[refused.code] ?? 400) : 500, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      });
      response.end(refused ? `${refused.sentence.zh}\n${refused.sentence.en}` : '系统内部错误 / internal error');
    });
  };
}

async function answer(runtime: Runtime, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const context = await createContext(runtime, request.headers, clientAddress(request, runtime.env.trustedProxies));
  if (!context.actor) throw new Refused('not_signed_in', { zh: '请先登录。', en: 'Please sign in first.' });
  const asked = parsePath(request);
  if (!asked) throw new Refused('not_found', { zh: '没有这个文件。', en: 'There is no such file.' });
  const file = await exportReport({ ...context.command, actor: context.actor }, asked);
  response.writeHead(200, {
    'Content-Type': file.contentType,
    'Content-Length': file.bytes.byteLength,
    'Content-Disposition': `attachment; filename="report.${asked.kind}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : Buffer.from(file.bytes));
}

function parsePath(request: IncomingMessage) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  const match = /^\/files\/reports\/([^/]+)\/(\d{4})\/(\w+)\/(draft|\d{1,6})\.(\w+)$/.exec((request.url ?? '').split('?')[0] ?? '');
  if (!match) return null;
  const [, unitId, yearText, scopeText, edition, kind] = match as unknown as [string, string, string, string, string, string];
  const parsed = { unitId: id.safeParse(unitId), year: year.safeParse(Number(yearText)), scope: scope.safeParse(scopeText) };
  if (!parsed.unitId.success || !parsed.year.success || !parsed.scope.success || !Object.hasOwn(faces, kind)) return null;
  return {
    unitId: parsed.unitId.data,
    year: parsed.year.data,
    scope: parsed.scope.data,
    edition: edition === 'draft' ? ('draft' as const) : Number(edition),
    kind: kind as FaceKind,
  };
}

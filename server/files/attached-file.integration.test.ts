import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { insertSession } from '@/db/store';
import { newRuntime } from '@/server/boot/new-runtime';
import { addAttachment } from '@/server/commands/attachment/add-attachment';
import { removeAttachment } from '@/server/commands/attachment/remove-attachment';
import { sendPiece } from '@/server/commands/attachment/send-piece';
import { askContributions } from '@/server/commands/report/ask-contributions';
import { maxAttachmentBytes, pieceBytes } from '@/server/domain/attachments';
import { readEnv } from '@/server/env';
import { aPdf } from '../testing/evidence-files';
import { inADistrict } from '../testing/in-a-district';
import { sealedCookie } from '../testing/sealed-cookie';
import { filesHandler } from './files-handler';

const secret = 'a-secret-of-at-least-thirty-two-characters';

describe('evidence over HTTP', () => {
  const district = inADistrict();
  let server: Server | null = null;
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
    server = null;
  });

  async function attached(bytes: Uint8Array, name = '会议“纪要”; a=1.pdf'): Promise<string> {
    const { reviewer, clerk, year, unitIds } = district();
    const question = { topic: 'safeguards' as const, question: '几场培训？', dueOn: '2027-01-10' };
    const [requestId = ''] = (await askContributions(reviewer, { ...question, year, unitIds: unitIds.slice(0, 1) })).ids;
    const place = { about: 'contribution' as const, aboutId: requestId, upload: randomUUID() };
    const pieces = Math.ceil(bytes.length / pieceBytes);
    const piece = (at: number) => ({ name, size: bytes.length, bytes: bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes) });
    for (let at = 0; at < pieces - 1; at += 1) await sendPiece(clerk(0), { ...place, piece: at, file: piece(at) });
    return (await addAttachment(clerk(0), { ...place, file: piece(pieces - 1) })).id;
  }

  /** The address of the files and the cookie of somebody. */
  async function served(userId: string) {
    const { store } = district();
    const runtime = newRuntime({ env: readEnv({ NEXTAUTH_SECRET: secret }), store, isDemonstration: false, overlay: null });
    server ??= createServer(filesHandler(runtime)).listen(0, '127.0.0.1');
    if (!server.listening) await once(server, 'listening');
    const sid = randomUUID();
    await store.tx((tx) => insertSession(tx, { id: sid, userId, at: new Date() }));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return async (id: string, method = 'GET') =>
      fetch(`${address}/files/attachments/${id}.pdf`, { method, headers: { cookie: await sealedCookie(sid, secret) } });
  }

  it('comes as it was added, as an attachment that no browser runs or guesses at, under its Chinese name', async () => {
    const bytes = aPdf('大', 2 * pieceBytes + 7);
    const id = await attached(bytes);
    const get = await served(district().reviewer.actor.userId);
    const answer = await get(id);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="report.pdf"; filename*=UTF-8''${encodeURIComponent('会议“纪要”; a=1.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'no-store',
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    const head = await get(id, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
  });

  it('is not there for others, nor for anybody once it was taken away, in the same words', async () => {
    const id = await attached(aPdf());
    const [own, other] = [await served(district().clerk(0).actor.userId), await served(district().clerk(1).actor.userId)];
    expect((await own(id)).status).toBe(200);
    const words = [await other(id), await other('nothing')];
    await removeAttachment(district().clerk(0), { id });
    words.push(await own(id));
    expect(words.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(await Promise.all(words.map((one) => one.text()))).size).toBe(1);
  });

  it('of the largest size comes whole', async () => {
    const id = await attached(aPdf('最大', maxAttachmentBytes));
    const get = await served(district().reviewer.actor.userId);
    expect((await (await get(id)).arrayBuffer()).byteLength).toBe(maxAttachmentBytes);
  });
});

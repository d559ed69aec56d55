import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { endSession, insertSession } from '@/db/store';
import { newRuntime } from '@/server/boot/new-runtime';
import { explainReportFinding } from '@/server/commands/report/explain-report-finding';
import { saveReportText } from '@/server/commands/report/save-report-text';
import { downloadHeader } from '@/server/domain/download-header';
import { quarters } from '@/server/domain/periods';
import { readEnv } from '@/server/env';
import { loadReportPage } from '@/server/queries/report';
import { inADistrict } from '../testing/in-a-district';
import { expectListedFiles } from '../testing/listed-files';
import { sealedCookie } from '../testing/sealed-cookie';
import { left } from '../work/left';
import { openWorkRoom, type WorkRoom } from '../work/work-room';
import { downloadState } from './downloads';
import { filesHandler } from './files-handler';

const secret = 'a-secret-of-at-least-thirty-two-characters';

describe('the own reports of all units over HTTP', () => {
  const district = inADistrict({ units: 2, openQuarters: [1, 2, 3, 4] });
  let server: Server | null = null;
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
    server = null;
  });

  /** @returns the address of the downloads and the cookie of somebody */
  async function served(userId: string, room?: WorkRoom): Promise<{ address: string; cookie: string; sid: string }> {
    const { store } = district();
    const runtime = newRuntime({
      env: readEnv({ NEXTAUTH_SECRET: secret }),
      store,
      isDemonstration: false,
      overlay: null,
      ...(room ? { room } : {}),
    });
    server = createServer(filesHandler(runtime)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const sid = randomUUID();
    await store.tx((tx) => insertSession(tx, { id: sid, userId, at: new Date() }));
    return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cookie: await sealedCookie(sid, secret), sid };
  }

  const path = (state: string) => `/files/own-reports/${district().year}/${randomUUID().replaceAll('-', '')}/${state}.html-json.zip`;

  /** The first unit has all it needs but an explanation or two; the second lacks its fourth quarter. */
  async function oneReady(): Promise<void> {
    for (const unit of [0, 1])
      for (const quarter of quarters) if (unit === 0 || quarter < 4) await district().approve({}, { unit, quarter });
    const key = { unitId: district().unitIds[0] ?? '', year: district().year, scope: 'own_organ' as const };
    const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' } as const;
    for (const text of ['preamble', '1', '5', '6'] as const)
      await saveReportText(district().admin, { ...key, key: text, text: texts[text], baseVersion: 0 });
    for (const one of (await loadReportPage(district().store.read, district().admin.actor, key, null)).obstacles)
      if (one.kind === 'confirm')
        await explainReportFinding(district().admin, {
          ...key,
          rule: one.finding.rule,
          boundTo: one.finding.boundTo,
          text: '本单位体量小，已逐项核对并登记。',
        });
  }

  it('stream as one zip: a folder for each unit, true hashes, who was left and why; asked twice, the same bytes', async () => {
    await oneReady();
    const { address, cookie } = await served(district().admin.actor.userId);
    const answers = [];
    for (const _ of [1, 2]) {
      const response = await fetch(address + path('draft'), { headers: { cookie } });
      expect([response.status, response.headers.get('content-type'), response.headers.get('content-length')]).toEqual([
        200,
        'application/zip',
        null,
      ]);
      expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(`${district().year}年各单位年报（草稿）.zip`);
      answers.push(Buffer.from(await response.arrayBuffer()));
    }
    const [first = Buffer.alloc(0), second] = answers;
    expect(first.equals(second ?? Buffer.alloc(0))).toBe(true);
    const manifest = expectListedFiles<{
      files: { organ: string; name: string; bytes: number; sha256: string }[];
      left: { organ: string; why: string }[];
    }>(first);
    expect(manifest.left.map(({ organ }) => organ)).toEqual(['示例区2局']);
    expect(manifest.files.map(({ name }) => name.split('/')[0])).toEqual(['示例区1局', '示例区1局']);
  });

  it('are nobody’s without a sign-in, and nobody’s whose posts do not reach', async () => {
    const { address, cookie } = await served(district().clerk(1).actor.userId);
    expect((await fetch(address + path('draft'))).status).toBe(401);
    const own = await fetch(address + path('edition'), { headers: { cookie } });
    const manifest = JSON.parse(new TextDecoder().decode(unzipSync(new Uint8Array(await own.arrayBuffer()))['manifest.json'])) as {
      left: { organ: string }[];
    };
    expect(manifest.left.map(({ organ }) => organ)).toEqual(['示例区2局']);
    expect((await fetch(`${address}/files/own-reports/${district().year}/short/draft.json.zip`, { headers: { cookie } })).status).toBe(404);
  });

  it('are given up when the session they were asked in ends, wherever it was ended', async () => {
    await oneReady();
    const { store, admin } = district();
    const room: WorkRoom = {
      // Nothing is ever done with: whoever asks waits until they have gone.
      of: (_person, _store, { signal } = {}) => ({
        do: () =>
          new Promise((_, reject) => {
            signal?.addEventListener('abort', () => reject(left()));
            begun();
          }),
      }),
      standing: { waiting: 0, underWay: 0 },
      close: async () => {},
    };
    let begun = () => {};
    const one = `/files/reports/${district().unitIds[0]}/${district().year}/own_organ/draft.html`;
    for (const [asked, end] of [
      [one, '401'],
      [path('draft'), 'broken off'],
    ] as const) {
      const isUnderWay = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const { address, cookie, sid } = await served(admin.actor.userId, room);
      const answer = fetch(address + asked, { headers: { cookie } })
        .then(async (response) => (await response.arrayBuffer()) && String(response.status))
        .catch(() => 'broken off');
      await isUnderWay;
      await store.tx((tx) => endSession(tx, sid, new Date()));
      expect(await answer).toBe(end);
      server?.close();
    }
  });
});

describe('a file that waits in the worker room', () => {
  const district = inADistrict();
  let room: WorkRoom;
  let server: Server;
  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await room.close();
  });

  it('says to its person, and to nobody else, how many are before it; who leaves gives the place away; a full room refuses in a sentence', async () => {
    const { store, admin } = district();
    room = openWorkRoom({
      threads: 2,
      most: { inAll: 2, ofOne: 2 },
      program: new URL('../work/testing/test-thread.mjs', import.meta.url),
    });
    const env = readEnv({ NEXTAUTH_SECRET: secret });
    server = createServer(filesHandler(newRuntime({ env, store, isDemonstration: false, overlay: null, room }))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const sid = randomUUID();
    await store.tx((tx) => insertSession(tx, { id: sid, userId: admin.actor.userId, at: new Date() }));
    const headers = { cookie: await sealedCookie(sid, secret) };
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/files/trends/${district().rootId}/consolidated.csv`;
    const nothing = { dataFolder: '/nowhere', databaseUrl: null };
    const flag = new SharedArrayBuffer(8);
    // The one thread of files is at work for somebody else, and one more of theirs waits.
    const others = ['wait', 'echo'].map((name) => room.of('another', nothing).do(name as 'trends-file', { flag, says: 1 } as never));
    const [number, stays] = [randomUUID(), randomUUID()];
    const leaving = new AbortController();
    const left = fetch(address, { headers: { ...headers, [downloadHeader]: number }, signal: leaving.signal });
    left.catch(() => {});
    await expect.poll(() => downloadState(number, admin.actor.userId)).toEqual({ state: 'queued', ahead: 1 });
    expect(downloadState(number, 'another')).toBeNull();
    const full = await fetch(address, { headers: { ...headers, [downloadHeader]: stays } });
    expect([full.status, await full.text()]).toEqual([429, expect.stringContaining('正在生成的文件太多')]);
    leaving.abort();
    await expect.poll(() => [room.standing.waiting, downloadState(number, admin.actor.userId)]).toEqual([1, null]);
    Atomics.store(new Int32Array(flag), 0, 1);
    Atomics.notify(new Int32Array(flag), 0);
    await Promise.all(others);
  });
});

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventHead, recordEvents } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { anEvent } from '@/db/testing/rows';
import { readEnv } from '@/server/env';
import { keepHeadsElsewhere } from './keep-heads-elsewhere';
import { readHeads } from './read-heads';
import { sendHead } from './send-head';

const at = new Date('2026-11-30T01:00:00Z');
const line = `nianbao-head 2026-11-30T01:00:00.000Z 7:${'a'.repeat(64)}`;
const message = new RegExp(`^<109>1 2026-11-30T01:00:00.000Z \\S+ nianbao ${process.pid} head - ${line}$`);
const syslogOf = (address: string) => readEnv({ NIANBAO_SYSLOG: address }).syslog ?? expect.fail('no address');

/** A collector as TCP has it. @returns what it got, and how often */
async function collector() {
  const got: string[] = [];
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.on('end', () => got.push(text));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { got, address: `tcp://127.0.0.1:${port}`, close: () => server.close() };
}

describe('T44: a head that is sent to syslog', () => {
  it('comes by TCP, framed by its length, and is read back by audit verify --head', async () => {
    const { got, address, close } = await collector();
    await sendHead(syslogOf(address), line, at);
    const [, length, said = ''] = /^(\d+) (.*)$/s.exec(got.join()) ?? [];
    expect([Number(length), said]).toEqual([Buffer.byteLength(said), expect.stringMatching(message)]);
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-syslog-'));
    writeFileSync(join(folder, 'collected'), `${said}\n`);
    expect(readHeads(join(folder, 'collected'))).toEqual([expect.objectContaining({ seq: 7, hash: 'a'.repeat(64) })]);
    rmSync(folder, { recursive: true });
    close();
  });

  it('comes by UDP as one datagram', async () => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const heard = once(socket, 'message');
    await sendHead(syslogOf(`udp://127.0.0.1:${socket.address().port}`), line, at);
    expect(String((await heard)[0])).toMatch(message);
    socket.close();
  });

  it('is a failure where nobody listens', async () => {
    const { address, close } = await collector();
    close();
    await expect(sendHead(syslogOf(address), line, at)).rejects.toThrow('ECONNREFUSED');
  });

  it.each([
    ['udp://10.0.0.7', { protocol: 'udp:', host: '10.0.0.7', port: 514 }],
    ['tcp://logs.example', { protocol: 'tcp:', host: 'logs.example', port: 601 }],
    ['tcp://[::1]:80', { protocol: 'tcp:', host: '::1', port: 80 }],
  ])('goes to %s', (given, address) => {
    expect(readEnv({ NIANBAO_SYSLOG: given }).syslog).toEqual(address);
  });

  it.each(['logs.example', 'http://logs.example', 'udp://logs.example/path', 'udp://user:word@logs.example'])(
    'does not go to %s',
    (given) => {
      expect(() => readEnv({ NIANBAO_SYSLOG: given })).toThrow('NIANBAO_SYSLOG');
    },
  );
});

describe('heads that are kept elsewhere', () => {
  let fresh: FreshStore;
  beforeEach(async () => {
    fresh = await freshSqliteStore();
  });
  afterEach(() => fresh.remove());

  it('leave at the start, once a day and after a finalisation; a failure is told once, seen by health, and tried again', async () => {
    let now = at;
    let isBroken = false;
    const lines: string[] = [];
    const failures: unknown[] = [];
    const { look, last, stop } = keepHeadsElsewhere({
      read: fresh.store.read,
      now: () => now,
      async send(text) {
        if (isBroken) throw new Error('nobody listens');
        lines.push(text);
      },
      failed: (error) => failures.push(error),
    });
    await vi.waitFor(() => expect(last()).toEqual({ at, ok: true }));
    await look();
    expect(lines).toHaveLength(1);
    await fresh.store.tx((tx) => recordEvents(tx, [anEvent()]));
    await look();
    expect(lines).toHaveLength(1);
    await fresh.store.tx((tx) => recordEvents(tx, [{ ...anEvent(), kind: 'report.finalised' }]));
    await look();
    const { seq, hash } = await eventHead(fresh.store.read);
    expect(lines[1]).toContain(` ${seq}:${hash}`);
    isBroken = true;
    now = new Date(at.getTime() + 25 * 3_600_000);
    await look();
    await look();
    expect([lines.length, failures.length, last()]).toEqual([2, 1, { at: now, ok: false }]);
    isBroken = false;
    await look();
    expect([lines.length, last()]).toEqual([3, { at: now, ok: true }]);
    stop();
  });
});

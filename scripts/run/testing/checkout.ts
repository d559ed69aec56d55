import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programs } from '@/server/programs.mjs';

const scripts = fileURLToPath(new URL('../..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const modules = join(root, 'node_modules');
const tools = ['python3', 'make', 'g++', 'chromium', 'fc-list', 'initdb', 'pg_ctl', 'postgres', 'pg_dump'];

/**
 * A bare clone in a temporary folder: the real runner, with a stand-in for npm, for `next build` and for the server, and a
 * PATH on which there are only the named tools. Nothing is ever installed from the network.
 */
export function aCheckout({ without = [] as string[] } = {}) {
  const checkout = mkdtempSync(join(tmpdir(), 'nianbao-checkout-'));
  const at = (path: string) => join(checkout, path);
  const write = (path: string, text: string) => {
    mkdirSync(join(at(path), '..'), { recursive: true });
    writeFileSync(at(path), text);
  };
  const read = (path: string) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : '');

  cpSync(join(scripts, 'run.mjs'), at('scripts/run.mjs'));
  cpSync(join(scripts, 'run'), at('scripts/run'), { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  cpSync(at('scripts/run/testing/server-main.ts'), at('server/main.ts'));
  for (const path of ['server/programs.mjs', 'server/log/name-sources.ts', 'tsconfig.json']) cpSync(join(root, path), at(path));
  for (const path of Object.values(programs)) if (!existsSync(at(path))) write(path, 'export {};');
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{ "lockfileVersion": 3 }');
  write('app/page.tsx', 'export {};');
  for (const tool of tools.filter((name) => !without.includes(name))) {
    write(`bin/${tool}`, '#!/bin/sh\necho here\n');
    chmodSync(at(`bin/${tool}`), 0o755);
  }

  const started: Run[] = [];
  return {
    write,
    read,
    /** What npm was asked for, in order: "ci", "typecheck", … */
    npmCalls: () => firstWords(read('npm-calls')),
    builds: () => firstWords(read('next-calls')).length,
    run(command: string, env: Record<string, string> = {}) {
      const npm = { npm_execpath: at('scripts/run/testing/npm-cli.js'), REAL_MODULES: modules };
      const whole = { NODE_ENV: 'test' as const, PATH: at('bin'), NIANBAO_POSTGRES: at('bin'), HOME: checkout, ...npm, ...env };
      const run = follow(spawn('/bin/sh', ['-c', command.replace('node', process.execPath)], { cwd: checkout, env: whole }));
      started.push(run);
      return run;
    },
    async remove() {
      for (const run of started) run.kill('SIGTERM');
      await Promise.all(started.map((run) => run.ended));
      rmSync(checkout, { recursive: true, force: true });
    },
  };
}

/** A port that stays taken until it is closed. */
export function busyPort(): Promise<{ port: string; close: () => Promise<void> }> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = String(typeof address === 'object' && address ? address.port : address);
      resolve({ port, close: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

type Run = ReturnType<typeof follow>;

/** A started program: what it has written, and a promise for each thing one may wait for. */
function follow(child: ChildProcess) {
  let output = '';
  let look = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      look();
    });
  }
  // `close` comes when everything that inherited the output has ended, so it proves that no server was left behind.
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  const said = (text: string) =>
    new Promise<string>((resolve, reject) => {
      look = () => {
        if (output.includes(text)) resolve(output);
      };
      look();
      void ended.then(() => reject(new Error(`ended without "${text}":\n${output}`)));
    });
  return { pid: child.pid, kill: (signal: NodeJS.Signals) => child.kill(signal), said, ended };
}

const firstWords = (text: string) => text.split('\n').flatMap((line) => line.split(' ')[0] || []);

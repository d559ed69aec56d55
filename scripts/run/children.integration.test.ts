import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Whoever was told to stop starts nothing any more, and that holds for the process: each test has it anew. */
let children: typeof import('./children.mjs');
beforeEach(async () => {
  vi.resetModules();
  children = await import('./children.mjs');
});

const quiet = { stdio: 'ignore' } as const;
const node = (script: string) => [process.execPath, '-e', script];

describe('a program that was started', () => {
  it.each([
    ['ends with a code', 'process.exit(7)', 7],
    ['is ended by a signal', "process.kill(process.pid, 'SIGTERM')", 143],
  ])('and %s gives it', async (_, script, code) => {
    expect(await children.run(node(script), quiet)).toBe(code);
  });

  it('and is not there gives 127 and says why', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await children.run(['/there-is-no-such-program'], quiet)).toBe(127);
    expect(String(said.mock.calls[0])).toContain('ENOENT');
    said.mockRestore();
  });

  it('as a step without which nothing goes on is named when it fails', async () => {
    await children.runStep('well', node(''), quiet);
    await expect(children.runStep('install', node('process.exit(3)'), quiet)).rejects.toMatchObject({
      message: 'The step "install" failed (exit 3); why is said above.',
      exitCode: 1,
    });
  });

  it('is asked to end once, and nothing is started after it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-children-'));
    const mark = join(folder, 'begun');
    const ended = children.run(node(`require('fs').writeFileSync(${JSON.stringify(mark)}, ''); setInterval(() => {}, 1000)`), quiet);
    await vi.waitFor(() => expect(existsSync(mark)).toBe(true), { timeout: 60_000, interval: 20 });
    children.stop('SIGTERM');
    children.stop('SIGINT');
    expect(await ended).toBe(143);
    await expect(children.run(node(''), quiet)).rejects.toMatchObject({ message: 'stopped by SIGTERM', exitCode: 143 });
    rmSync(folder, { recursive: true });
  });
});

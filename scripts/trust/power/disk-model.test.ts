import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/server/domain/seeded-random';
import { ForgetfulDisk, type Kept } from './disk-model';
import type { DiskCall } from './read-recording';

const open = (fd: number, path: string): DiskCall => ({ kind: 'open', fd, path: `/root/${path}`, truncates: false });
const write = (fd: number, at: number, text: string): DiskCall => ({ kind: 'write', fd, at, data: Buffer.from(text) });
const flush = (fd: number): DiskCall => ({ kind: 'flush', fd });
const openRoot: DiskCall = { kind: 'open', fd: 99, path: '/root', truncates: false };

function left(calls: readonly DiskCall[], kept: Kept, { seed = 1, ignoresFlushes = false } = {}): Record<string, string | null> {
  const disk = new ForgetfulDisk('/root');
  for (const call of calls) disk.apply(call, () => ignoresFlushes);
  return Object.fromEntries([...disk.afterPowerLoss(kept, seededRandom(seed))].map(([path, bytes]) => [path, bytes?.toString() ?? null]));
}
const all = (calls: readonly DiskCall[], kept: Kept) =>
  new Set(Array.from({ length: 200 }, (_, seed) => JSON.stringify(left(calls, kept, { seed }))));

describe('a disk that forgets', () => {
  const named = [open(3, 'a'), openRoot, flush(99)];

  it('has the bytes of the last flush, and may have any of what came later', () => {
    const calls = [...named, write(3, 0, 'one'), flush(3), write(3, 0, 'two')];
    expect(left(calls, 'nothing')).toEqual({ a: 'one' });
    expect(left(calls, 'everything')).toEqual({ a: 'two' });
    expect(all(calls, { pieces: 512, share: 0.5 })).toEqual(new Set(['{"a":"one"}', '{"a":"two"}']));
  });

  it('may have a later piece without an earlier one, and a length without its bytes', () => {
    const calls = [...named, write(3, 0, 'a'.repeat(512)), write(3, 512, 'b'.repeat(512))];
    const [a, b, none] = ['a'.repeat(512), 'b'.repeat(512), '\0'.repeat(512)];
    const found = all(calls, { pieces: 512, share: 0.3 });
    for (const text of ['', a, a + b, none + b, a + none, none, none + none]) expect(found).toContain(JSON.stringify({ a: text }));
    expect(found.size).toBe(7);
  });

  it('has never a piece that holds a later write without an earlier one', () => {
    const calls = [...named, write(3, 0, 'xx'), write(3, 1, 'y')];
    for (const found of all(calls, { pieces: 512, share: 0.2 })) expect(JSON.parse(found).a).toMatch(/^(?:|x|\0|xx|xy|\0\0)$/);
  });

  it('forgets a file whose folder was not flushed, whatever was flushed of the file', () => {
    const calls = [open(3, 'a'), write(3, 0, 'one'), flush(3)];
    expect(left(calls, 'nothing')).toEqual({});
    expect(left([...calls, openRoot, flush(99)], 'nothing')).toEqual({ a: 'one' });
  });

  it('renames at once or not at all, with what was flushed of the file', () => {
    const renamed: DiskCall = { kind: 'rename', path: '/root/a', other: '/root/b' };
    const calls = [...named, write(3, 0, 'one'), flush(3), renamed];
    expect(all(calls, { pieces: 512, share: 0.5 })).toEqual(new Set(['{"a":"one"}', '{"b":"one"}']));
    expect(left([...named, write(3, 0, 'one'), renamed, flush(99)], 'nothing')).toEqual({ b: '' });
  });

  it('gives a file a second name, with what was flushed of it, and takes the first away', () => {
    const linked: DiskCall = { kind: 'link', path: '/root/a', other: '/root/b' };
    const calls = [...named, write(3, 0, 'one'), flush(3), linked];
    expect(left(calls, 'everything')).toEqual({ a: 'one', b: 'one' });
    expect(left([...calls, { kind: 'unlink', path: '/root/a' }, flush(99)], 'nothing')).toEqual({ b: 'one' });
  });

  it('takes what is in a folder along when that is renamed', () => {
    const calls: DiskCall[] = [
      { kind: 'mkdir', path: '/root/making' },
      open(3, 'making/file'),
      write(3, 0, 'x'),
      flush(3),
      { kind: 'rename', path: '/root/making', other: '/root/made' },
      openRoot,
      flush(99),
    ];
    expect(left(calls, 'nothing')).toEqual({ made: null });
    expect(left(calls, 'everything')).toEqual({ made: null, 'made/file': 'x' });
  });

  it('moves a file from one folder to another in both or in neither, and then with the folder it moves to', () => {
    const calls: DiskCall[] = [
      ...named,
      write(3, 0, 'x'),
      flush(3),
      { kind: 'mkdir', path: '/root/aside' },
      { kind: 'rename', path: '/root/a', other: '/root/aside/a' },
      { kind: 'open', fd: 4, path: '/root/aside', truncates: false },
    ];
    const [stayed, moved] = ['{"a":"x"}', '{"aside":null,"aside/a":"x"}'];
    expect(all(calls, { pieces: 512, share: 0.5 })).toEqual(new Set([stayed, '{"a":"x","aside":null}', moved]));
    expect(left([...calls, flush(4)], 'nothing')).toEqual(JSON.parse(moved));
    expect(left([...calls, flush(99)], 'nothing')).toEqual(JSON.parse(moved));
  });

  it('cuts a file short, and grows it with zeros', () => {
    const cut: DiskCall[] = [...named, write(3, 0, 'abcdef'), flush(3), { kind: 'resize', fd: 3, bytes: 2 }];
    expect([left(cut, 'nothing'), left(cut, 'everything')]).toEqual([{ a: 'abcdef' }, { a: 'ab' }]);
    const grown: DiskCall[] = [...cut, flush(3), { kind: 'resize', fd: 3, bytes: 4 }, flush(3)];
    expect(left(grown, 'nothing')).toEqual({ a: 'ab\0\0' });
  });

  it('that ignores flushes has nothing: what the control of every cut relies on', () => {
    expect(left([...named, write(3, 0, 'one'), flush(3)], 'nothing', { ignoresFlushes: true })).toEqual({});
  });
});

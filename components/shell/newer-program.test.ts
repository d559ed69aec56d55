import { describe, expect, it, vi } from 'vitest';
import { isFromOlderProgram, reloadOnce } from './newer-program';

function aTab(storage: Pick<Storage, 'getItem' | 'setItem'>) {
  const reload = vi.fn();
  return { reload, tab: { sessionStorage: storage, location: { reload } } as unknown as Window };
}

function aStorage() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

describe('a tab from before an upgrade', () => {
  it.each([
    Object.assign(new Error('Failed to load chunk /_next/static/chunks/3.js from module 17'), { name: 'ChunkLoadError' }),
    new Error('Loading chunk 42 failed.'),
    new Error('Failed to fetch dynamically imported module: http://127.0.0.1/x.js'),
    new TypeError('Importing a module script failed.'),
  ])('is known by a part that is gone: %s', (error) => {
    expect(isFromOlderProgram(error)).toBe(true);
  });

  it.each([new TypeError('Failed to fetch'), new Error('undefined is not a function'), 'text', null])('not by %s', (error) => {
    expect(isFromOlderProgram(error)).toBe(false);
  });

  it('loads anew once; when that did not help it stays, and a minute later it may again', () => {
    const { tab, reload } = aTab(aStorage());
    expect([reloadOnce(tab, 1_000_000), reloadOnce(tab, 1_059_999), reloadOnce(tab, 1_060_000)]).toEqual([true, false, true]);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('never loads anew where the tab remembers nothing: it would do so for ever', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const { tab, reload } = aTab(full);
    expect(reloadOnce(tab, 1_000_000)).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });
});

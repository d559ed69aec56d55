import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSlipSaving, type SlipBase, type SlipContent } from './slip-saving';

const granted = { quarter: 1, cell: 's3.granted.natural_person', raw: '3' };
const empty: SlipContent = { changes: [], reason: '' };
const late: SlipContent = { changes: [granted], reason: '漏计一件' };

/** A server with one slip; it answers when told to. */
function aServer(version = 0) {
  const stands = { version, content: empty };
  const asked: SlipContent[] = [];
  let failing: unknown = null;
  return {
    asked,
    stands,
    fail: (error: unknown) => {
      failing = error;
    },
    write: async (content: SlipContent, base: SlipBase | null): Promise<SlipBase> => {
      asked.push(content);
      await Promise.resolve();
      if (failing) throw failing;
      if ((base?.version ?? 0) !== stands.version) throw { conflict: { ...stands.content, version: stands.version } };
      Object.assign(stands, { version: stands.version + 1, content });
      return { id: 'slip', number: 4, version: stands.version };
    },
  };
}

function open(server: ReturnType<typeof aServer>, tab: { kept: string | null } = { kept: null }, base: SlipBase | null = null) {
  return createSlipSaving({
    content: server.stands.content,
    base,
    isWorthSaving: ({ changes }) => changes.some((one) => one.raw !== '0'),
    write: server.write,
    conflictOf: (error) => (error as { conflict?: SlipContent & { version: number } }).conflict ?? null,
    kept: {
      read: () => tab.kept,
      keep: (text) => {
        tab.kept = text;
      },
      forget: () => {
        tab.kept = null;
      },
    },
  });
}

describe('the draft of a correction slip', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves itself once typing rests, and says saved only then', async () => {
    const server = aServer();
    const saving = open(server);
    saving.type(late);
    expect([server.asked.length, saving.draft.get().mark.kind]).toEqual([0, 'changed']);
    await vi.advanceTimersByTimeAsync(1200);
    expect(server.asked).toEqual([late]);
    expect(saving.draft.get()).toMatchObject({ base: { number: 4, version: 1 }, mark: { kind: 'saved' } });
  });

  it('takes no number for a cell that was only looked at', async () => {
    const server = aServer();
    const tab = { kept: null };
    const saving = open(server, tab);
    saving.type({ changes: [{ ...granted, raw: '0' }], reason: '先看看' });
    await vi.advanceTimersByTimeAsync(5000);
    expect([server.asked.length, saving.draft.get().mark.kind]).toEqual([0, 'nothing']);
    expect(tab.kept).toContain('先看看');
  });

  it('one request at a time: what is typed meanwhile follows over the new version', async () => {
    const server = aServer();
    const saving = open(server);
    saving.type(late);
    const done = saving.flush();
    saving.type({ ...late, reason: '漏计一件，已办结' });
    expect(await done).toMatchObject({ version: 2 });
    expect(server.asked.map((one) => one.reason)).toEqual(['漏计一件', '漏计一件，已办结']);
  });

  it('keeps in the tab what could not be saved and tries again; a reload takes it up', async () => {
    const server = aServer();
    const tab = { kept: null };
    const saving = open(server, tab);
    server.fail(new Error('offline'));
    saving.type(late);
    await vi.advanceTimersByTimeAsync(1200);
    expect(saving.draft.get().mark.kind).toBe('failed');
    expect(tab.kept).toContain('漏计一件');
    const reloaded = open(server, tab);
    server.fail(null);
    reloaded.takeUp();
    expect(reloaded.draft.get().content).toEqual(late);
    await vi.advanceTimersByTimeAsync(1200);
    expect([server.stands.content, tab.kept]).toEqual([late, null]);
  });

  it('asks when a colleague wrote it since: mine over theirs, or theirs', async () => {
    for (const choice of ['mine', 'theirs'] as const) {
      const server = aServer(1);
      const saving = open(server, { kept: null }, { id: 'slip', number: 4, version: 1 });
      const theirs = { changes: [{ ...granted, raw: '7' }], reason: '同事写的' };
      Object.assign(server.stands, { version: 2, content: theirs });
      saving.type(late);
      await vi.advanceTimersByTimeAsync(1200);
      expect(saving.draft.get().mark).toMatchObject({ kind: 'conflict', theirs, version: 2 });
      saving.settle(choice);
      await vi.advanceTimersByTimeAsync(1200);
      expect([saving.draft.get().content, server.stands.content]).toEqual(choice === 'mine' ? [late, late] : [theirs, theirs]);
    }
  });

  it('what was kept over an older version does not overwrite the newer one unseen', () => {
    const server = aServer(3);
    const tab = { kept: JSON.stringify({ ...late, version: 2 }) };
    const saving = open(server, tab, { id: 'slip', number: 4, version: 3 });
    saving.takeUp();
    expect(saving.draft.get()).toMatchObject({ content: late, mark: { kind: 'conflict', version: 3 } });
  });
});

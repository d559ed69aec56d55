import { expect, it } from 'vitest';
import { carryKeptRemarks } from './kept-in-the-tab';

const first = { key: 's3.granted.total 0 1796000000000', anchor: 's3.granted.total', text: '请核对' };
const second = { key: 'text 1 1796000000001', anchor: 'text', text: '请写明原因' };

function aTab(kept: Record<string, unknown>) {
  const held = new Map(Object.entries(kept).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]));
  return {
    held,
    storage: {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    },
  };
}

const of = { owner: 'xu', filingId: 'f', submissionNumber: 2 };

it('carries what the tab kept on this submission and the one before, once, and nobody else’s', async () => {
  const others = { 'nianbao-remarks-shen-f-2': [first], 'nianbao-remarks-xu-g-2': [first] };
  const { held, storage } = aTab({ 'nianbao-remarks-xu-f-2': [first], 'nianbao-remarks-xu-f-1': [second], ...others });
  const pinned: unknown[] = [];
  const carry = () => carryKeptRemarks({ ...of, storage: () => storage, pin: async (draft) => pinned.push(draft) });
  expect([await carry(), await carry()]).toEqual([2, 0]);
  expect(pinned).toEqual([
    { draftId: first.key, anchor: first.anchor, text: first.text },
    { draftId: second.key, anchor: second.anchor, text: second.text },
  ]);
  expect([...held.keys()]).toEqual(Object.keys(others));
});

it('leaves in the tab what the server did not take, and sends it under the same id again', async () => {
  const { held, storage } = aTab({ 'nianbao-remarks-xu-f-2': [first, second] });
  const asked: string[] = [];
  const carry = (isRefused: boolean) =>
    carryKeptRemarks({
      ...of,
      storage: () => storage,
      pin: async ({ draftId }) => {
        asked.push(draftId);
        if (isRefused && draftId === second.key) throw new Error('offline');
      },
    });
  await expect(carry(true)).rejects.toThrow('offline');
  expect(JSON.parse(held.get('nianbao-remarks-xu-f-2') ?? '')).toEqual([second]);
  expect([await carry(false), asked]).toEqual([1, [first.key, second.key, second.key]]);
  expect(held.size).toBe(0);
});

it('takes for a remark only what is one, and does without a storage', async () => {
  const { storage } = aTab({
    'nianbao-remarks-xu-f-2': [null, 3, { key: 'k' }, { ...first, text: '' }],
    'nianbao-remarks-xu-f-1': '{"a":',
  });
  const pin = async () => {
    throw new Error('nothing is to be pinned');
  };
  expect(await carryKeptRemarks({ ...of, storage: () => storage, pin })).toBe(0);
  const none = () => {
    throw new Error('no storage');
  };
  expect(await carryKeptRemarks({ ...of, storage: none, pin })).toBe(0);
});

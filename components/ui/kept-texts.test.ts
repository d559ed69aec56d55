import { expect, it } from 'vitest';
import { createKeptTexts, type TabStorage } from './kept-texts';

function aTab(): TabStorage {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    key: (index) => [...held.keys()][index] ?? null,
    get length() {
      return held.size;
    },
  };
}

it('survives a reload of the tab, for the same person and the same place only', () => {
  const tab = aTab();
  createKeptTexts(() => tab).keep('shen', 'return 7', '请核对行政许可数量');
  const reloaded = createKeptTexts(() => tab);
  expect(reloaded.read('shen', 'return 7')).toBe('请核对行政许可数量');
  expect(reloaded.read('shen', 'return 8')).toBeNull();
  expect(reloaded.read('xu', 'return 7')).toBeNull();
});

it('tells whether a text is kept, whatever it was typed for, and of the own ones only', () => {
  const tab = aTab();
  createKeptTexts(() => tab).keep('shen', 'return 7', '请核对行政许可数量');
  const reloaded = createKeptTexts(() => tab);
  reloaded.keep('xu', 'return 7', '别人的话');
  expect(['请核对行政许可数量', '请核对', '别人的话'].map((text) => reloaded.holds('shen', text))).toEqual([true, false, false]);
  reloaded.forget('shen', 'return 7');
  expect(reloaded.holds('shen', '请核对行政许可数量')).toBe(false);
});

it('is gone after the act, and everybody’s at sign-out; other things of the tab stay', () => {
  const tab = aTab();
  tab.setItem('other', 'stays');
  const kept = createKeptTexts(() => tab);
  kept.keep('shen', 'return 7', 'a');
  kept.keep('shen', 'return 8', 'b');
  kept.keep('xu', 'return 8', 'c');
  kept.forget('shen', 'return 7');
  expect(kept.read('shen', 'return 7')).toBeNull();
  kept.forgetAll();
  expect([kept.read('shen', 'return 8'), kept.read('xu', 'return 8'), tab.getItem('other')]).toEqual([null, null, 'stays']);
});

it('keeps for as long as the page stands where the browser keeps nothing', () => {
  const kept = createKeptTexts(() => {
    throw new Error('no site data');
  });
  kept.keep('shen', 'return 7', 'a');
  expect(kept.read('shen', 'return 7')).toBe('a');
  kept.forgetAll();
  expect(kept.read('shen', 'return 7')).toBeNull();
});

it('tells whoever shows a text', () => {
  const kept = createKeptTexts(() => null);
  let told = 0;
  const stop = kept.subscribe(() => {
    told += 1;
  });
  kept.keep('shen', 'return 7', 'a');
  kept.forget('shen', 'return 7');
  stop();
  kept.keep('shen', 'return 7', 'b');
  expect(told).toBe(2);
});

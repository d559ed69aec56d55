import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHistory } from './history';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

const edit = (cell: string, after: string) => [{ cell, before: '', after }];

test('undo and redo go on after a reload, step by step', () => {
  const before = createHistory('filing');
  for (const step of [edit('a', '1'), edit('b', '2'), edit('c', '3')]) before.push(step);
  before.undo();
  const reloaded = createHistory('filing');
  expect(reloaded.redo()).toEqual(edit('c', '3'));
  expect([reloaded.undo(), reloaded.undo(), reloaded.undo(), reloaded.undo()]).toEqual([
    edit('c', '3'),
    edit('b', '2'),
    edit('a', '1'),
    null,
  ]);
});

test('forms do not share their steps, and a new edit ends what could be redone', () => {
  const one = createHistory('one');
  one.push(edit('a', '1'));
  expect(createHistory('another').undo()).toBeNull();
  one.undo();
  one.push(edit('a', '2'));
  expect(createHistory('one').redo()).toBeNull();
});

test('a step that changed nothing is none, and what cannot be read is no history', () => {
  const history = createHistory('filing');
  history.push([{ cell: 'a', before: '1', after: '1' }]);
  expect(history.undo()).toBeNull();
  sessionStorage.setItem('nianbao-undo-filing', '{"done":3');
  expect(createHistory('filing').undo()).toBeNull();
});

test('without storage it works as long as the page stands', () => {
  vi.stubGlobal('sessionStorage', {
    getItem: () => null,
    setItem: () => {
      throw new Error('quota');
    },
  });
  const history = createHistory('filing');
  history.push(edit('a', '1'));
  expect(history.undo()).toEqual(edit('a', '1'));
});

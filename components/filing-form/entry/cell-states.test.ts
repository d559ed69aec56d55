import { expect, test } from 'vitest';
import { en } from '../../messages/en';
import { zh } from '../../messages/zh';
import type { CellView } from '../store/cell-view';
import { type CellState, cellStates, cornerSigns, statesOf, stateWords } from './cell-states';
import { cellWords } from './cell-words';

const rest: CellView = {
  text: '3',
  revision: 0,
  figure: { state: 'number', value: 3, decimals: 0 },
  parsed: { kind: 'number', value: 3, decimals: 0, plain: '3', differsFromRaw: false },
  origin: 'typed',
  struck: null,
  saving: 'stored',
  severity: null,
  isMarked: false,
  isSelected: false,
  hasRemark: false,
  comments: 0,
  isFollowed: false,
};

const blank = { text: '', figure: { state: 'not_filled' }, parsed: { kind: 'empty' }, origin: 'none' } as const;

const looks: readonly [CellState, Partial<CellView>][] = [
  ['unreadable', { text: '—', figure: { state: 'unreadable', raw: '—' }, parsed: { kind: 'unreadable', reason: 'blank_mark' } }],
  ['must_fix', { severity: 'must_fix' }],
  ['confirm', { severity: 'confirm' }],
  ['hint', { severity: 'hint' }],
  ['remark', { hasRemark: true }],
  ['refused', { saving: 'refused' }],
  ['conflict', { saving: 'conflict' }],
  ['unsaved', { saving: 'unsaved' }],
  ['waiting', { saving: 'waiting' }],
  ['saved', { saving: 'saved' }],
  ['computed', { origin: 'computed' }],
  ['carried', { origin: 'carried' }],
  ['restated', { origin: 'restated' }],
  ['required', blank],
];

test('there is a look for each state, and the eight kinds of states are all among them', () => {
  expect(looks.map(([state]) => state)).toEqual(Object.keys(cellStates));
  expect([...new Set(Object.values(cellStates).map((state) => state.kind))].sort()).toEqual(
    ['comment', 'compulsory', 'failed', 'invalid', 'locked', 'saved', 'waiting', 'warning'], // prettier
  );
});

test.each(looks)('%s is told by its sign, its colour and its words in both languages', (state, over) => {
  const view = { ...rest, ...over };
  expect(statesOf(view)).toEqual([state]);
  for (const messages of [zh, en]) expect(stateWords(state, messages)).not.toBe('');
  if (state === 'required') return;
  expect(cornerSigns(statesOf(view))).toBe(cellStates[state].sign);
  expect(cellWords(view, zh)).not.toEqual([]);
});

test('kinds are told apart by sign and by words; invalid, failed, saved and waiting also by colour', () => {
  const kinds = new Map<string, Set<string>>();
  for (const state of Object.values(cellStates)) kinds.set(state.sign, (kinds.get(state.sign) ?? new Set()).add(state.kind));
  for (const of of kinds.values()) expect(of.size).toBe(1);
  expect(new Set((['unreadable', 'confirm', 'saved', 'waiting'] as const).map((state) => cellStates[state].ink)).size).toBe(4);
  const words = (Object.keys(cellStates) as CellState[]).map((state) => stateWords(state, zh));
  expect(new Set(words).size).toBe(words.length);
});

test('the gravest comes first, and a quiet cell has no sign', () => {
  expect(statesOf({ ...rest, severity: 'must_fix', saving: 'waiting', hasRemark: true })).toEqual(['must_fix', 'remark', 'waiting']);
  expect(cornerSigns(statesOf(rest))).toBe('');
});

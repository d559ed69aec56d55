import { expect, test } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import { gridMapOf } from '../grid/grid-map';
import { createTypingHand } from '../testing/typing-hand';

const format = getFormat('2021');
const map = gridMapOf(format.tables.find((table) => table.id === 't3')?.rows ?? []);
const canFill = (cell: string) => ['flow', 'closing'].includes(format.cells.get(cell)?.addsUp ?? '');
const at = (row: string, column: string) => `s3.${row}.${column}`;
const [first, second, third] = ['natural_person', 'commercial_enterprise', 'research_institution'] as const;
const top = at('new_received', first);
const under = at('granted', first);
const bottom = at('carried_out', first);
const aHand = (texts: Record<string, string> = { [top]: '4' }, start = top) => createTypingHand({ map, canFill, first: start, texts });

/** One test for each row of the table of keys in the README, in its order. */
test('a digit in a cell one has come to replaces what stands there; the next one follows it', () => {
  const hand = aHand();
  hand.press('7', '7');
  expect(hand.text(top)).toBe('77');
});

test('↑ ↓ always, ← → at the ends of the text; otherwise they move the caret', () => {
  const hand = aHand({ [top]: '45' });
  hand.press('ArrowDown', 'ArrowDown');
  expect(hand.focus()).toBe(under);
  hand.press('ArrowUp', 'ArrowUp', 'ArrowRight');
  expect(hand.focus()).toBe(at('new_received', second));
  hand.press('ArrowLeft');
  expect(hand.focus()).toBe(top);
  hand.press('7', '8', 'ArrowLeft');
  expect([hand.focus(), hand.selection()]).toEqual([top, [1, 1]]);
  hand.press('ArrowLeft', 'ArrowLeft');
  expect(hand.focus()).toBe(top);
});

test('Enter goes down, Shift+Enter up, over what cannot be filled in; at the end of the column they stay, and the next digit replaces', () => {
  const hand = aHand();
  hand.press('7', 'Enter');
  expect([hand.focus(), hand.text(top)]).toEqual([under, '7']);
  hand.press('Shift+Enter', 'Shift+Enter', '5');
  expect([hand.focus(), hand.text(top)]).toEqual([top, '5']);
  const low = aHand({}, bottom);
  low.press('7', 'Enter', '8');
  expect([low.focus(), low.text(bottom)]).toEqual([bottom, '8']);
  low.press('Ctrl+z');
  expect(low.text(bottom)).toBe('7');
});

test('Tab goes to the next cell that can be filled in; Enter after Tabs goes back to the column they began in, a row lower', () => {
  const hand = aHand({}, under);
  hand.press('1', 'Tab', '2', 'Tab', '3', 'Enter');
  expect(hand.focus()).toBe(at('partially_granted', first));
  expect(['1', '2', '3']).toEqual([first, second, third].map((column) => hand.text(at('granted', column))));
  hand.press('Tab', 'Tab', 'Shift+Tab', 'Enter');
  expect(map.placeOf(hand.focus())?.column).toBe(map.placeOf(under)?.column);
  hand.press('Tab', 'ArrowRight', 'Enter');
  expect(map.placeOf(hand.focus())?.column).toBe(map.placeOf(at('granted', third))?.column);
  hand.click(at('granted', second));
  hand.press('Tab');
  hand.click(at('granted', second));
  hand.press('Enter');
  expect(map.placeOf(hand.focus())?.column).toBe(map.placeOf(at('granted', second))?.column);
});

test('Ctrl+Z takes back what was typed, and a digit replaces it: 4, 77, Ctrl+Z, 9 gives 9', () => {
  const hand = aHand();
  hand.press('7', '7', 'Ctrl+z');
  expect([hand.text(top), hand.selection()]).toEqual(['4', [0, 1]]);
  hand.press('9');
  expect(hand.text(top)).toBe('9');
  hand.press('Enter', 'Ctrl+z', '8');
  expect([hand.focus(), hand.text(top)]).toEqual([top, '8']);
});

test('Ctrl+Y brings back what Ctrl+Z took, in the cell and after leaving it; a new entry ends that', () => {
  const hand = aHand();
  hand.press('7', '7', 'Ctrl+z', 'Ctrl+y');
  expect([hand.text(top), hand.store.textOf(top)]).toEqual(['77', '77']);
  hand.press('Enter', 'Ctrl+z', 'Ctrl+Shift+Z');
  expect(hand.text(top)).toBe('77');
  hand.press('Ctrl+z', '5', 'Ctrl+y');
  expect(hand.text(top)).toBe('5');
});

test('Delete clears the cell one has come to, also after Ctrl+Z, and is a step of its own', () => {
  const hand = aHand();
  hand.press('7', 'Ctrl+z', 'Delete');
  expect([hand.text(top), hand.store.textOf(top)]).toEqual(['', '']);
  hand.press('9', 'Enter', 'Ctrl+z');
  expect(hand.text(top)).toBe('');
  hand.press('Ctrl+z');
  expect(hand.text(top)).toBe('4');
});

test('Ctrl+A takes the text of the cell, once more the table; Delete clears what is taken, and Ctrl+Z brings it back at once', () => {
  const hand = aHand({ [top]: '4', [under]: '5' });
  hand.press('Ctrl+a', 'Delete');
  expect([hand.text(top), hand.text(under), hand.range()]).toEqual(['', '5', null]);
  hand.press('7', 'Ctrl+a', '8');
  expect(hand.text(top)).toBe('8');
  hand.press('Ctrl+a', 'Control', 'Ctrl+a');
  expect(hand.range()?.cells).toHaveLength(map.cells.length);
  hand.press('Delete');
  expect([hand.text(top), hand.text(under)]).toEqual(['', '']);
  hand.press('Ctrl+z');
  expect([hand.text(top), hand.text(under)]).toEqual(['8', '5']);
});

test('Shift with an arrow selects cells, Ctrl+D fills down, Esc lets go of them', () => {
  const hand = aHand({ [under]: '5' }, under);
  hand.press('Shift+ArrowDown', 'Shift+ArrowDown');
  expect(hand.range()?.cells).toHaveLength(3);
  hand.press('Ctrl+d', 'Escape');
  expect([hand.text(at('partially_granted', first)), hand.range()]).toEqual(['5', null]);
  hand.press('Ctrl+z');
  expect(hand.text(at('partially_granted', first))).toBe('');
});

test('Esc brings back what stood there when one came, and the next digit replaces it', () => {
  const hand = aHand();
  hand.press('7', '7', 'Escape', '9');
  expect(hand.text(top)).toBe('9');
});

test('Ctrl+Home and Ctrl+End go to the first and the last cell that can be filled in', () => {
  const hand = aHand({}, under);
  hand.press('Ctrl+End');
  expect(hand.focus()).toBe(at('carried_out', 'other_org'));
  hand.press('Ctrl+Home');
  expect(hand.focus()).toBe(top);
});

test('Ctrl+Enter leads to what is said beside the cell, and what was typed is a step back', () => {
  const hand = aHand();
  hand.press('7', 'Ctrl+Enter');
  expect(hand.isInDetails()).toBe(true);
  hand.press('Ctrl+z');
  expect(hand.text(top)).toBe('4');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import { gridMapOf } from '../grid/grid-map';
import { createTypingHand } from '../testing/typing-hand';

const format = getFormat('2021');
const map = gridMapOf(format.tables.find((table) => table.id === 't3')?.rows ?? []);
const canFill = (cell: string) => ['flow', 'closing'].includes(format.cells.get(cell)?.addsUp ?? '');

/** Table 三 as a sheet: its rows from top to bottom and its seven columns; the last column and some rows are the form's own. */
const rows = [...new Set([...format.cells.keys()].filter((id) => id.startsWith('s3.')).map((id) => id.split('.')[1] ?? ''))];
const columns = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_welfare_org',
  'legal_service_org',
  'other_org',
  'total',
];
const fixedRows = rows.map((row) => !canFill(`s3.${row}.natural_person`));
const isFixed = (row: number, column: number): boolean => column === 6 || fixedRows[row] === true;
const idOf = (row: number, column: number): string => `s3.${rows[row]}.${columns[column]}`;

type At = [row: number, column: number];

/** A plain spreadsheet: an entry is finished when its cell is left, and each act is one step back. */
class Sheet {
  readonly values = rows.map(() => columns.map(() => ''));
  at: At = [0, 0];
  /** What is in the cell while it is being typed; the part from `from` to `to` is selected. */
  edit = { text: '', from: 0, to: 0 };
  corner: At | null = null;
  isWhole = false;
  private was = '';
  private past: [At, string, string][][] = [];
  private future: [At, string, string][][] = [];
  private origin: number | null = null;
  private hasAll = false;

  private get now(): string {
    return this.values[this.at[0]]?.[this.at[1]] ?? '';
  }
  private get isRange(): boolean {
    return this.corner !== null || this.isWhole;
  }
  private set([row, column]: At, text: string): void {
    const line = this.values[row];
    if (line) line[column] = text;
  }
  private drop(): void {
    this.corner = null;
    this.isWhole = false;
  }
  private ready(): void {
    this.was = this.now;
    this.edit = { text: this.now, from: 0, to: this.now.length };
  }
  private finish(): void {
    if (this.now !== this.was) this.act([[[...this.at], this.was, this.now]]);
    this.was = this.now;
  }
  private act(step: [At, string, string][]): void {
    if (step.length === 0) return;
    this.past = [...this.past, step];
    this.future = [];
  }
  private go(to: At, isTab = false): void {
    if (to[0] === this.at[0] && to[1] === this.at[1]) return;
    this.finish();
    if (!isTab) this.origin = null;
    this.at = to;
    this.hasAll = false;
    this.drop();
    this.ready();
  }
  private type(text: string, caret: number): void {
    this.drop();
    this.set(this.at, text);
    this.edit = { text, from: caret, to: caret };
  }
  private selected(): At[] {
    if (this.isWhole) return rows.flatMap((_, row) => columns.map((__, column): At => [row, column]));
    const [r, c] = this.corner ?? this.at;
    const all: At[] = [];
    for (let row = Math.min(r, this.at[0]); row <= Math.max(r, this.at[0]); row += 1)
      for (let column = Math.min(c, this.at[1]); column <= Math.max(c, this.at[1]); column += 1) all.push([row, column]);
    return all;
  }
  private write(changes: [At, string][]): void {
    this.finish();
    const step = changes.flatMap(([at, text]): [At, string, string][] => {
      const before = this.values[at[0]]?.[at[1]] ?? '';
      return isFixed(...at) || before === text ? [] : [[at, before, text]];
    });
    if (step.length === 0) return;
    for (const [at, , text] of step) this.set(at, text);
    this.act(step);
    this.ready();
  }

  click(to: At): void {
    this.origin = null;
    this.hasAll = false;
    this.drop();
    if (to[0] === this.at[0] && to[1] === this.at[1]) this.edit = { ...this.edit, from: this.edit.text.length, to: this.edit.text.length };
    else this.go(to);
  }

  press(key: string) {
    const had = this.hasAll;
    this.hasAll = false;
    const [row, column] = this.at;
    const { text, from, to } = this.edit;
    const isOpen = !isFixed(row, column);
    switch (key) {
      case 'Ctrl+a':
        if (had || this.isRange) {
          this.corner = null;
          this.isWhole = true;
          return;
        }
        this.edit = { text, from: 0, to: text.length };
        this.hasAll = true;
        return;
      case 'Ctrl+z':
      case 'Ctrl+y': {
        this.finish();
        const step = key === 'Ctrl+z' ? this.past.at(-1) : this.future.at(-1);
        if (!step) return;
        if (key === 'Ctrl+z') [this.past, this.future] = [this.past.slice(0, -1), [...this.future, step]];
        else [this.past, this.future] = [[...this.past, step], this.future.slice(0, -1)];
        for (const [at, before, after] of step) this.set(at, key === 'Ctrl+z' ? before : after);
        const [first] = step;
        const isHere = first?.[0][0] === row && first[0][1] === column;
        if (isHere || this.now !== text) this.ready();
        if (first && !isHere) this.go(first[0]);
        return;
      }
      case 'Ctrl+d': {
        const all = this.isRange ? this.selected() : ([[row, column]] as At[]);
        if (all.length === 1)
          return this.write(row > 0 && this.shown(row - 1, column) ? [[[row, column], this.shown(row - 1, column)]] : []);
        const first = Math.min(...all.map(([r]) => r));
        return this.write(
          all.flatMap(([r, c]): [At, string][] => (r > first && this.shown(first, c) ? [[[r, c], this.shown(first, c)]] : [])),
        );
      }
      case 'Delete':
        if (this.isRange) return this.write(this.selected().map((at) => [at, '']));
        if (!isOpen || text === '') return;
        if (from === 0 && to === text.length) return this.write([[[row, column], '']]);
        if (from < text.length) this.type(text.slice(0, from) + text.slice(from === to ? to + 1 : to), from);
        return;
      case 'Backspace':
        if (!isOpen || (from === to && from === 0)) return;
        return this.type(text.slice(0, from === to ? from - 1 : from) + text.slice(to), from === to ? from - 1 : from);
      case 'Escape':
        if (this.isRange) return this.drop();
        if (!isOpen || text === this.was) return;
        this.set(this.at, this.was);
        return this.ready();
      case 'Enter':
      case 'Shift+Enter': {
        this.drop();
        this.finish();
        const down = key === 'Enter' ? 1 : -1;
        const target = key === 'Enter' ? (this.origin ?? column) : column;
        this.origin = null;
        for (let next = row + down; next >= 0 && next < rows.length; next += down)
          if (!isFixed(next, target)) return this.go([next, target]);
        this.edit = { text, from: 0, to: text.length };
        return;
      }
      case 'Tab':
      case 'Shift+Tab': {
        this.origin ??= column;
        const step = key === 'Tab' ? 1 : -1;
        for (let next = row * 7 + column + step; next >= 0 && next < rows.length * 7; next += step)
          if (!isFixed(Math.floor(next / 7), next % 7)) return this.go([Math.floor(next / 7), next % 7], true);
        return;
      }
      case 'Ctrl+Home':
      case 'Ctrl+End': {
        this.drop();
        const open = rows.flatMap((_, r) => columns.flatMap((__, c): At[] => (isFixed(r, c) ? [] : [[r, c]])));
        const goal = key === 'Ctrl+Home' ? open[0] : open.at(-1);
        if (goal) this.go(goal);
        return;
      }
      case 'Home':
      case 'End': {
        const caret = key === 'Home' ? 0 : text.length;
        this.edit = { text, from: caret, to: caret };
        return;
      }
      case 'ArrowUp':
      case 'ArrowDown':
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Shift+ArrowUp':
      case 'Shift+ArrowDown':
      case 'Shift+ArrowLeft':
      case 'Shift+ArrowRight':
        return this.arrow(key);
      default:
        if (isOpen) this.type(text.slice(0, from) + key + text.slice(to), from + 1);
    }
  }

  /** As the form prints it: what cannot be read as a count prints nothing. */
  private shown(row: number, column: number): string {
    return isFixed(row, column) ? '' : (this.values[row]?.[column] ?? '');
  }

  private arrow(key: string) {
    const { text, from, to } = this.edit;
    const isShift = key.startsWith('Shift+');
    const isOpen = !isFixed(...this.at);
    const [down, right]: At = key.endsWith('Up') ? [-1, 0] : key.endsWith('Down') ? [1, 0] : key.endsWith('Left') ? [0, -1] : [0, 1];
    const isCaret = isOpen && right !== 0 && !(isShift && this.isRange) && (right < 0 ? from > 0 : to < text.length);
    if (isCaret) {
      if (isShift) return;
      const caret = right < 0 ? (from === to ? from - 1 : from) : from === to ? to + 1 : to;
      this.edit = { text, from: caret, to: caret };
      return;
    }
    const [row, column] = isShift ? (this.isWhole ? [rows.length - 1, 6] : (this.corner ?? this.at)) : this.at;
    const goal: At = [row + down, column + right];
    const isInside = goal[0] >= 0 && goal[1] >= 0 && goal[0] < rows.length && goal[1] < 7;
    if (!isShift) {
      this.drop();
      if (isInside) this.go(goal);
    } else if (isInside) {
      this.isWhole = false;
      this.corner = goal[0] === this.at[0] && goal[1] === this.at[1] ? null : goal;
    }
  }
}

const keys = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('1', '2', '7', '9') },
  { weight: 5, arbitrary: fc.constantFrom('Ctrl+z', 'Ctrl+y', 'Delete', 'Ctrl+a', 'Escape', 'Backspace') },
  { weight: 5, arbitrary: fc.constantFrom('Enter', 'Shift+Enter', 'Tab', 'Shift+Tab', 'Ctrl+d') },
  { weight: 4, arbitrary: fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End') },
  { weight: 2, arbitrary: fc.constantFrom('Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight') },
  { weight: 1, arbitrary: fc.constantFrom('Ctrl+Home', 'Ctrl+End') },
);
const doing = fc.oneof(
  { weight: 14, arbitrary: keys },
  { weight: 1, arbitrary: fc.tuple(fc.nat(rows.length - 1), fc.nat(6)) as fc.Arbitrary<At> },
);

test('any sequence of keys and clicks leaves the table as a spreadsheet would: figures, place, selected text, selected cells', () => {
  const run = fc.property(fc.array(doing, { minLength: 5, maxLength: 24, size: 'max' }), (doings) => {
    const hand = createTypingHand({ map, canFill, first: idOf(0, 0) });
    const sheet = new Sheet();
    for (const one of doings) {
      if (typeof one === 'string') {
        hand.press(one);
        sheet.press(one);
      } else {
        hand.click(idOf(...one));
        sheet.click(one);
      }
      expect(hand.focus()).toBe(idOf(...sheet.at));
      expect(hand.selection()).toEqual([sheet.edit.from, sheet.edit.to]);
      const corner = sheet.corner && idOf(...sheet.corner);
      expect(hand.range()?.end ?? null).toBe(sheet.isWhole ? idOf(rows.length - 1, 6) : corner);
    }
    for (const [row] of rows.entries())
      for (const column of [0, 1, 2, 3, 4, 5])
        if (!isFixed(row, column)) {
          expect(hand.text(idOf(row, column))).toBe(sheet.values[row]?.[column]);
          expect(hand.store.textOf(idOf(row, column))).toBe(sheet.values[row]?.[column]);
        }
  });
  fc.assert(run, { numRuns: 2_000, seed: 11 });
}, 600_000);

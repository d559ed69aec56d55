import { counted } from '@/server/domain/plural';
import type { Messages } from '../zh';

export const finding: Messages['finding'] = {
  title: 'Find',
  label: 'A page, cell, unit or rule, or initials of pinyin',
  groups: { pages: 'Pages', cells: 'Cells of this form', units: 'Units', rules: 'Rules' },
  count: (count) => `${counted(count, 'line')}; ↑ ↓ choose, Enter opens, Esc closes`,
  none: 'Nothing found',
  asking: 'Searching…',
  failed: 'The server cannot be reached; only this page was searched.',
  keyTable: 'Table of keys',
  ofUnit: (unit, what) => `${unit} · ${what}`,
  report: (year) => `report of ${year}`,
};

import { describe, expect, it } from 'vitest';
import { shown } from '../testing/shown';
import { Pager } from './pager';

const pager = (page: number, pages: number) =>
  shown(<Pager at={{ page, pages, of: pages * 50 }} path="/reports" kept={{ year: 2026, search: '局' }} />);

describe('the pages of a list', () => {
  it('are not there where there is one', async () => {
    expect((await pager(1, 1)).text).toBe('');
  });

  it('lead to the page before and after, by addresses that keep what is looked for', async () => {
    const screen = await pager(2, 3);
    expect(screen.text).toContain('第 2 / 3 页');
    expect(screen.text).toContain('共 150 条');
    expect(screen.the('link', '上一页').href).toBe('/reports?year=2026&search=%E5%B1%80');
    expect(screen.the('link', '下一页').href).toBe('/reports?year=2026&search=%E5%B1%80&page=3');
  });

  it('lead nowhere before the first and after the last', async () => {
    expect((await pager(1, 3)).names('link')).toEqual(['下一页']);
    expect((await pager(3, 3)).names('link')).toEqual(['上一页']);
  });
});

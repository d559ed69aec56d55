import { describe, expect, it } from 'vitest';
import { shown } from '../../testing/shown';
import { SaveMark } from './save-mark';
import { TextConflict } from './text-conflict';
import type { SaveState } from './use-text-saving';

describe('a text that somebody else changed too', () => {
  const conflict = { base: '甲\n乙\n丙', theirs: '甲\n乙改\n丙\n丁', version: 4, savedAt: '2027-01-10T02:00:00.000Z' };
  const box = (mine: string) => shown(<TextConflict conflict={conflict} mine={mine} print={(stored) => stored} onDone={() => {}} />);

  it('only the paragraph both changed is asked about, mine and theirs side by side; nothing is chosen for anybody', async () => {
    const screen = await box('甲\n乙我\n丙');
    expect(screen.names('group')).toEqual(['第 1 处']);
    expect(screen.the('region', '我写的').text).toBe('我写的 乙我');
    expect(screen.the('region', '对方写的').text).toBe('对方写的 乙改');
    expect(screen.names('radio')).toEqual(['用我写的', '用对方写的', '两段都留']);
    expect(screen.all('radio').every((one) => !one.isChecked)).toBe(true);
    expect(screen.the('button', '按所选保存').isDisabled).toBe(true);
    expect(screen.all('alert')[0]?.text).toContain('另一人在 2027-01-10 10:00 也改了下面的段落');
  });

  it('a paragraph that I deleted and they changed is a question too, and the deletion is said in words', async () => {
    const screen = await box('甲\n丙');
    expect(screen.the('region', '我写的').text).toBe('我写的 （删去了这一段）');
  });
});

describe('the save mark', () => {
  const mark = (state: SaveState, isEmpty = false) => shown(<SaveMark state={state} isEmpty={isEmpty} onRetry={() => {}} />);

  it('what the server held already is said without a time, an empty text not at all', async () => {
    expect((await mark({ kind: 'saved', at: null })).text).toBe('已保存');
    expect((await mark({ kind: 'saved', at: null }, true)).text).toBe('');
    expect((await mark({ kind: 'saved', at: '2027-01-10T02:05:00.000Z' })).text).toBe('已保存 10:05');
  });

  it('a save that failed says why and may be tried again; one that is on its way or meets another’s text has no button', async () => {
    const failed = await mark({ kind: 'failed', sentence: '连接中断' });
    expect(failed.text).toContain('未能保存：连接中断');
    expect(failed.names('button')).toEqual(['重试']);
    expect((await mark({ kind: 'saving' })).names('button')).toEqual([]);
    const conflict = await mark({ kind: 'conflict', base: '', theirs: '', version: 1, savedAt: '' });
    expect(conflict.text).toBe('别人也改了这段文字');
  });
});

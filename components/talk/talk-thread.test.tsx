import { describe, expect, it } from 'vitest';
import { maxSaidCharacters } from '@/server/domain/workflow';
import type { FormComment, FormRemark } from '@/server/queries/conversation';
import { shown } from '../testing/shown';
import { RemarkReplies } from './remark-replies';
import { TalkThread } from './talk-thread';

const open: FormComment = {
  id: 'c1',
  anchor: 's3.granted.natural_person',
  text: '这里要再核一下',
  writtenBy: '张敏',
  writtenAt: '2026-07-03T02:00:00.000Z',
  resolvedBy: null,
  resolvedAt: null,
};
const resolved: FormComment = { ...open, id: 'c0', text: '已经问过了', resolvedBy: '李峰', resolvedAt: '2026-07-03T03:00:00.000Z' };

function thread(facts: { said?: readonly FormComment[]; mayWrite?: boolean; text?: string }) {
  const { said = [], mayWrite = true, text = '' } = facts;
  const later = () => Promise.resolve();
  return shown(
    <TalkThread place="予以公开" said={said} mayWrite={mayWrite} text={text} onText={() => {}} onWrite={later} onResolve={later} />,
  );
}

describe('what is said about a place', () => {
  it('who may only read an empty thread is told that it is empty, and is given no field', async () => {
    const screen = await thread({ mayWrite: false });
    expect(screen.text).toBe('还没有留言。');
    expect(screen.names('textbox')).toEqual([]);
  });

  it('what is open stands under the name of the place and can be resolved; what was resolved is folded, with who did it', async () => {
    const screen = await thread({ said: [resolved, open] });
    expect(screen.the('list', '留言：予以公开').text).toBe('张敏 2026-07-03 10:00 这里要再核一下');
    expect(screen.names('button')).toContain('了结留言：予以公开');
    const [folded] = screen.all('group');
    expect(folded?.text).toContain('已了结 1 条');
    expect(folded?.text).toContain('李峰 2026-07-03 11:00 了结');
  });

  it('who may only read resolves nothing, and nothing open means nothing to resolve', async () => {
    expect((await thread({ said: [open], mayWrite: false })).names('button')).toEqual([]);
    expect((await thread({ said: [resolved] })).names('button')).toEqual(['留言']);
  });

  it('is sent only with words in it, and not when it is too long, which is said at the field', async () => {
    expect((await thread({ text: ' \n ' })).the('button', '留言').isDisabled).toBe(true);
    expect((await thread({ text: '好' })).the('button', '留言').isDisabled).toBe(false);
    const tooLong = await thread({ text: '字'.repeat(maxSaidCharacters + 1) });
    expect(tooLong.the('button', '留言').isDisabled).toBe(true);
    expect(tooLong.the('textbox', '写留言').description).toContain(`${maxSaidCharacters + 1} 个字，最多 ${maxSaidCharacters} 个字`);
  });
});

describe('what is said under a remark', () => {
  const remark: FormRemark = {
    id: 'r1',
    submissionNumber: 1,
    anchor: 's3.granted.natural_person',
    quote: null,
    text: '合计不符',
    writtenBy: '李峰',
    writtenAt: '2026-07-04T02:00:00.000Z',
    answer: null,
    answerText: null,
    replies: [],
  };
  const reply = { id: 'p1', text: '哪一行？', writtenBy: '张敏', writtenAt: '2026-07-04T03:00:00.000Z' };
  const replies = (of: FormRemark, mayReply: boolean) =>
    shown(<RemarkReplies remark={of} place="予以公开" mayReply={mayReply} onReply={() => Promise.resolve()} />);

  it('may be begun while the remark has no answer, by a button that names the place', async () => {
    expect((await replies(remark, true)).names('button')).toEqual(['讨论这条批注：予以公开']);
  });

  it('is nothing where there is nothing and nothing may be said: to a reader, and under an answered remark', async () => {
    expect((await replies(remark, false)).text).toBe('');
    expect((await replies({ ...remark, answer: 'changed' }, true)).text).toBe('');
  });

  it('stays to be read under an answered remark, with no more room to write', async () => {
    const screen = await replies({ ...remark, answer: 'not_changed', replies: [reply] }, true);
    expect(screen.the('list', '讨论').text).toBe('张敏 2026-07-04 11:00 哪一行？');
    expect(screen.names('button')).toEqual([]);
  });
});

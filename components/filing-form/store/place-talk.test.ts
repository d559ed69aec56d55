import { describe, expect, it } from 'vitest';
import type { Conversation } from '@/server/queries/conversation';
import { talkOf } from './place-talk';

const cell = 's3.granted.natural_person';
const by = { writtenBy: '沈', writtenAt: '2026-10-12T01:00:00.000Z' };
const comment = (anchor: string, resolvedAt: string | null = null) => ({
  id: anchor,
  anchor,
  text: '请看台账。',
  ...by,
  resolvedBy: resolvedAt && '陈',
  resolvedAt,
});
const remark = (anchor: string, answer: 'changed' | null = null) => ({
  id: anchor,
  submissionNumber: 1,
  anchor,
  quote: null,
  text: '请核对。',
  ...by,
  answer,
  answerText: null,
  replies: [],
});
const said = (some: Partial<Conversation>) => talkOf({ comments: [], followUps: [], remarks: [], ...some });

describe('what a cell shows of what is said about it', () => {
  it('is nothing where nothing is said', () => {
    expect(said({})).toEqual(new Map());
  });

  it('counts the comments that are open, and only those', () => {
    const places = said({ comments: [comment(cell), comment(cell), comment('text', by.writtenAt)] });
    expect(places).toEqual(new Map([[cell, { hasRemark: false, comments: 2, isFollowed: false }]]));
  });

  it('has the follow-up mark, and the remark while it has no answer', () => {
    const followUps = [{ anchor: cell, markedBy: '沈', markedAt: by.writtenAt }];
    expect(said({ followUps, remarks: [remark(cell), remark('text', 'changed')] })).toEqual(
      new Map([[cell, { hasRemark: true, comments: 0, isFollowed: true }]]),
    );
  });
});

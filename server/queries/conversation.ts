import {
  type Comment,
  type Filing,
  type FollowUp,
  listComments,
  listFollowUps,
  listRemarkReplies,
  listRemarks,
  listSubmissions,
  type Reader,
  type Remark,
  type RemarkReply,
  type Submission,
} from '@/db/store';
import { wordsAt } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { requireReadableFiling } from '@/server/views/access';
import { withNames } from '@/server/views/person-names';
import { readSubmission } from '@/server/views/submission-content';

/** Something said beside a cell or the text. */
export interface FormComment {
  id: string;
  /** A cell id, or `text` for the contribution. */
  anchor: string;
  text: string;
  writtenBy: string;
  writtenAt: string;
  resolvedBy: string | null;
  resolvedAt: string | null;
}

export interface FormFollowUp {
  anchor: string;
  markedBy: string;
  markedAt: string;
}

export interface RemarkReplyLine {
  id: string;
  text: string;
  writtenBy: string;
  writtenAt: string;
}

export interface FormRemark {
  id: string;
  submissionNumber: number;
  /** A cell id, `text` for the contribution, `text:2` for the second paragraph of that submission's contribution. */
  anchor: string;
  /** The words of the paragraph it is pinned to, as they were submitted. */
  quote: string | null;
  text: string;
  writtenBy: string;
  writtenAt: string;
  answer: 'changed' | 'not_changed' | null;
  answerText: string | null;
  replies: readonly RemarkReplyLine[];
}

/** All that people say to each other about a filing. */
export interface Conversation {
  /** Oldest first. */
  comments: readonly FormComment[];
  followUps: readonly FormFollowUp[];
  remarks: readonly FormRemark[];
}

/** What is said about a filing, asked for again while its page stands: no figures, no rules. @throws Refused not_found */
export async function loadFilingConversation(reader: Reader, actor: Actor, filingId: string): Promise<Conversation> {
  const said = await readSaid(reader, await requireReadableFiling(reader, actor, filingId));
  return withNames(reader, (nameOf) => conversationOf(said, nameOf));
}

/** What is said about a filing, as the store has it. */
export interface Said {
  comments: readonly Comment[];
  followUps: readonly FollowUp[];
  remarks: readonly Remark[];
  replies: readonly RemarkReply[];
  /** Of those that a remark is pinned to a paragraph of. */
  submissions: readonly Submission[];
}

export async function readSaid(reader: Reader, { id }: Pick<Filing, 'id'>): Promise<Said> {
  const remarks = await listRemarks(reader, id);
  const isPinnedToWords = remarks.some((remark) => remark.anchor.startsWith('text:'));
  return {
    comments: await listComments(reader, id),
    followUps: await listFollowUps(reader, id),
    remarks,
    replies: await listRemarkReplies(reader, id),
    submissions: isPinnedToWords ? await listSubmissions(reader, id) : [],
  };
}

export function conversationOf(said: Said, nameOf: (id: string | null) => string): Conversation {
  return {
    comments: said.comments.map(({ id, anchor, text, ...one }) => ({
      id,
      anchor,
      text,
      writtenBy: nameOf(one.writtenBy),
      writtenAt: one.writtenAt.toISOString(),
      resolvedBy: one.resolvedBy === null ? null : nameOf(one.resolvedBy),
      resolvedAt: one.resolvedAt?.toISOString() ?? null,
    })),
    followUps: said.followUps.map(({ anchor, markedBy, markedAt }) => ({
      anchor,
      markedBy: nameOf(markedBy),
      markedAt: markedAt.toISOString(),
    })),
    remarks: said.remarks.map(({ id, submissionNumber, anchor, text, answer, answerText, ...one }) => ({
      id,
      submissionNumber,
      anchor,
      quote: quoteOf(anchor, said.submissions, submissionNumber),
      text,
      writtenBy: nameOf(one.writtenBy),
      writtenAt: one.writtenAt.toISOString(),
      answer,
      answerText,
      replies: said.replies
        .filter((reply) => reply.remarkId === id)
        .map((reply) => ({ id: reply.id, text: reply.text, writtenBy: nameOf(reply.writtenBy), writtenAt: reply.writtenAt.toISOString() })),
    })),
  };
}

function quoteOf(anchor: string, submissions: readonly Submission[], number: number): string | null {
  if (!anchor.startsWith('text:')) return null;
  const content = submissions.find((submission) => submission.number === number)?.content;
  return content === undefined ? null : wordsAt(anchor, readSubmission(content).contribution);
}

import {
  type Filing,
  listComments,
  listFollowUps,
  listRemarkReplies,
  listRemarks,
  listSubmissions,
  type Reader,
  type Submission,
} from '@/db/store';
import { wordsAt } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { requireReadableFiling } from '@/server/views/access';
import { personNames } from '@/server/views/person-names';
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
  const filing = await requireReadableFiling(reader, actor, filingId);
  const isPinnedToWords = (await listRemarks(reader, filing.id)).some((remark) => remark.anchor.startsWith('text:'));
  const submissions = isPinnedToWords ? await listSubmissions(reader, filing.id) : [];
  return loadConversation(reader, filing, submissions, await personNames(reader));
}

export async function loadConversation(
  reader: Reader,
  filing: Filing,
  submissions: readonly Submission[],
  nameOf: (id: string | null) => string,
): Promise<Conversation> {
  const replies = await listRemarkReplies(reader, filing.id);
  return {
    comments: (await listComments(reader, filing.id)).map(({ id, anchor, text, ...one }) => ({
      id,
      anchor,
      text,
      writtenBy: nameOf(one.writtenBy),
      writtenAt: one.writtenAt.toISOString(),
      resolvedBy: one.resolvedBy === null ? null : nameOf(one.resolvedBy),
      resolvedAt: one.resolvedAt?.toISOString() ?? null,
    })),
    followUps: (await listFollowUps(reader, filing.id)).map(({ anchor, markedBy, markedAt }) => ({
      anchor,
      markedBy: nameOf(markedBy),
      markedAt: markedAt.toISOString(),
    })),
    remarks: (await listRemarks(reader, filing.id)).map(({ id, submissionNumber, anchor, text, answer, answerText, ...one }) => ({
      id,
      submissionNumber,
      anchor,
      quote: quoteOf(anchor, submissions, submissionNumber),
      text,
      writtenBy: nameOf(one.writtenBy),
      writtenAt: one.writtenAt.toISOString(),
      answer,
      answerText,
      replies: replies
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

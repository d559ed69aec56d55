import type { Filing, Reader } from '@/db/store';
import { textAnchor, wordsAt } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { getNewestSubmission } from '@/server/views/decisions';
import { formatOfFiling } from '@/server/views/filing-format';
import { readSubmission } from '@/server/views/submission-content';

/**
 * What a reviewer pins a remark to stands in the submission.
 *
 * @param anchors cell ids, `text` for the contribution, `text:2` for its second paragraph as it was submitted
 * @throws Refused invalid
 */
export async function requireRemarkPlaces(reader: Reader, filing: Filing, anchors: readonly string[]): Promise<void> {
  const { cells } = await formatOfFiling(reader, filing);
  const submission = await getNewestSubmission(reader, filing.id, filing.submissionNumber);
  const { contribution } = readSubmission(submission.content);
  const lost = anchors.find((anchor) => anchor !== textAnchor && !cells.has(anchor) && wordsAt(anchor, contribution) === null);
  if (lost !== undefined)
    throw new Refused('invalid', {
      zh: `批注所指的“${lost}”不存在。请重新点选单元格或段落。`,
      en: `The remark points at "${lost}", which is neither a cell nor a paragraph of this submission.`,
    });
}

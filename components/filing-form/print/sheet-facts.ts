import { dayAt } from '@/server/domain/periods';
import type { FilingForm } from '@/server/queries/filing-form';

/** What the paper says about the content it shows. */
export interface SheetFacts {
  /** Who answers for the content as its preparer; empty: a line to be filled by hand. */
  preparer: string;
  /** Who signed exactly this content as 分管领导, and on which day; empty and null: lines for the pen. */
  head: string;
  headSignedOn: string | null;
  /** The day it was submitted; null while it has not been. */
  submittedOn: string | null;
  /** The submission that holds exactly this content; null for a draft. */
  submissionNumber: number | null;
  /** The short content number; null on an empty form. */
  contentNumber: string | null;
}

const shortHash = 12;

/**
 * A content that was submitted is printed as that submission, with its own preparer and day. Any other is a draft of whoever
 * may fill it in, whatever was submitted before.
 */
export function sheetFacts(form: FilingForm, me: { name: string }, isEmpty: boolean): SheetFacts {
  if (isEmpty) return { preparer: '', head: '', headSignedOn: null, submittedOn: null, submissionNumber: null, contentNumber: null };
  const { submission, signOff } = form;
  const isSigned = signOff?.state === 'signed' && signOff.signedAt !== null;
  const signature = isSigned
    ? { head: signOff.signedBy, headSignedOn: dayAt(new Date(signOff.signedAt ?? '')) }
    : { head: '', headSignedOn: null };
  const contentNumber = form.hash.slice(0, shortHash);
  const isDraft = form.status === 'open' || form.status === 'returned' || submission?.hash !== form.hash;
  if (isDraft || !submission)
    return {
      ...signature,
      preparer: form.verdicts['filing.edit'] === 'allowed' ? me.name : '',
      submittedOn: null,
      submissionNumber: null,
      contentNumber,
    };
  return {
    ...signature,
    preparer: submission.submittedBy,
    submittedOn: dayAt(new Date(submission.submittedAt)),
    submissionNumber: submission.number,
    contentNumber,
  };
}

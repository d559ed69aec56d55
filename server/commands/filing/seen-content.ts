import { type Filing, findSubmission, type Reader } from '@/db/store';
import { contentHash } from '@/server/domain/audit';
import { getFormat, withIndicators } from '@/server/domain/formats';
import type { Seen, SeenDifference } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import type { FilingView } from '@/server/views/filing-view';
import { readSubmission } from '@/server/views/submission-content';
import { explanationDifference, tracedDifference } from './seen-difference';

/** What the person was doing, in the words of the refusal: nothing of it was done. */
const acts = {
  submit: { zh: '没有报送', en: 'nothing was submitted' },
  sign: { zh: '没有签字', en: 'nothing was signed' },
} as const;

const nothing: SeenDifference = { cells: [], declared: [], text: null, explanations: [] };

/**
 * Lets an act go on when what was on the screen is what stands now. `hash` is the content the page showed; `seen` is that
 * content itself with its explanations. It is believed only because it has that very hash, so that the difference told is
 * between what was truly shown and what is stored.
 *
 * @param seen absent: the act is bound to the content alone, and a refusal cannot say what changed
 * @throws Refused conflict with `{ hash, difference }`; the difference is null when what was seen cannot be proven
 */
export async function requireSeenContent(
  reader: Reader,
  view: FilingView,
  { act, hash, seen }: { act: keyof typeof acts; hash: string; seen: Seen | undefined },
): Promise<void> {
  const explanations = seen ? await explanationDifference(reader, view.filing, seen.explanations) : [];
  if (view.hash === hash && explanations.length === 0) return;
  throw new Refused(
    'conflict',
    {
      zh: `您看到本页之后，内容又有改动，${acts[act].zh}。请看过改动后再继续。`,
      en: `What this page showed has changed since, so ${acts[act].en}. Look at the changes, then go on.`,
    },
    { hash: view.hash, difference: await differenceFrom(reader, view, { hash, seen, explanations }) },
  );
}

async function differenceFrom(
  reader: Reader,
  view: FilingView,
  { hash, seen, explanations }: { hash: string; seen: Seen | undefined; explanations: SeenDifference['explanations'] },
): Promise<SeenDifference | null> {
  if (view.hash === hash) return { ...nothing, explanations };
  if (!seen) return null;
  const { figures, declared, contribution } = seen;
  const before = { figures, declared, contribution };
  if (contentHash({ ...view.content, ...before }) !== hash) return null;
  return { ...(await tracedDifference(reader, view.filing, view.format, { before, after: view.content })), explanations };
}

/**
 * Lets a decision go on when the submission that was looked at is the newest one. Both are frozen, so the difference told is
 * between the two snapshots themselves.
 *
 * @throws Refused conflict with `{ newest, difference, indicators }`
 */
export async function requireSeenSubmission(reader: Reader, filing: Filing, seen: { number: number; hash?: string }): Promise<void> {
  const newest = await findSubmission(reader, filing.id, filing.submissionNumber);
  if (newest && newest.number === seen.number && (seen.hash === undefined || seen.hash === newest.hash)) return;
  if (newest?.number === seen.number)
    throw new Refused('conflict', {
      zh: '报送件内容与您看到的不一致，没有办理。请刷新后再处理。',
      en: 'The submission is not the one you looked at. Nothing was done; reload and look at it again.',
    });
  const shown = await findSubmission(reader, filing.id, seen.number);
  const after = newest && readSubmission(newest.content);
  const difference =
    after && shown
      ? await tracedDifference(reader, filing, withIndicators(getFormat(filing.format, filing.rowVariant), after.indicators ?? []), {
          before: readSubmission(shown.content),
          after,
        })
      : null;
  throw new Refused(
    'conflict',
    {
      zh: `您看的是第 ${seen.number} 次报送，现在已是第 ${filing.submissionNumber} 次，没有办理。请看过改动后再处理。`,
      en: `You looked at submission ${seen.number}; the newest is ${filing.submissionNumber}, so nothing was done. Look at the changes, then go on.`,
    },
    // Its indicators name the cells of the difference to a page that has not read it.
    { newest: filing.submissionNumber, difference: difference && { ...nothing, ...difference }, indicators: after?.indicators ?? [] },
  );
}

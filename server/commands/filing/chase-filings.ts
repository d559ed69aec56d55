import { type Chase, type Filing, findFilings, insertChases, latestChases } from '@/db/store';
import { contentHash } from '@/server/domain/audit';
import { isChasedJustNow, readChaseWords } from '@/server/domain/notices';
import { timeAt } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { clerksOf } from '@/server/views/clerks-of';
import { withNames } from '@/server/views/person-names';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { filingObject } from './filing-access';

/** Units that may be chased with one request; whoever has more asks again. */
export const maxChased = 200;

/** Why somebody was not chased: it was sent meanwhile, or the unit has no clerk who could be told. */
export interface NotChased {
  unitName: string;
  why: 'sent' | 'no_clerk';
}

/**
 * Tells the clerks of units that have not sent their quarter that the office waits for it. Who was chased, when and by whom stays; their notices and mails
 * come of the event. A unit that cannot be told is named in the answer, and does not hold up the others.
 *
 * @param input.changeId of one sending, in however many requests: a repeat of one of them gets its answer, and tells nobody twice
 * @param input.words what the office adds, in one line without a figure; empty: nothing
 * @param input.again those that were chased within the last day, and are meant to be once more
 * @throws Refused not_found, forbidden, wrong_status (all of them were sent), invalid (the words; nobody there has a clerk), conflict (chased within
 *   a day, by whom and when, and not meant again; its details name them all)
 */
export async function chaseFilings(
  context: CommandContext,
  { changeId, ...input }: { changeId: string; filingIds: readonly string[]; words: string; again: readonly string[] },
): Promise<{ chased: number; notChased: NotChased[] }> {
  return runCommand(context, 'filing.chase', async (tx) => {
    const asked = { changeId: contentHash([changeId, input]), about: 'chase' };
    const done = await findAnswer<{ chased: number; notChased: NotChased[] }>(tx, context, asked);
    if (done) return done;
    const filings = await requireChasable(tx, context, [...new Set(input.filingIds)]);
    const read = readChaseWords(input.words);
    if ('refused' in read) throw new Refused('invalid', read.refused);
    const unsent = filings.filter((filing) => isUnsent(context, filing));
    const told = await clerksOf(tx, unsent);
    const notChased = filings
      .filter((filing) => !told.has(filing.id))
      .map((filing): NotChased => ({ unitName: filing.unitName, why: isUnsent(context, filing) ? 'no_clerk' : 'sent' }));
    const chased = unsent.filter((filing) => told.has(filing.id));
    if (chased.length === 0) throw noClerks();
    await requireMeantAgain(tx, context, chased, new Set(input.again));
    const { words } = read;
    const chases = chased.map(
      (filing): Chase => ({ id: context.newId(), filingId: filing.id, words, chasedBy: context.actor.userId, chasedAt: context.now() }),
    );
    await insertChases(tx, chases);
    for (const [at, filing] of chased.entries())
      tx.record('filing.chased', { id: chases[at]?.id ?? '', words, dueOn: filing.dueOn }, { object: filingObject(filing) });
    const answer = { chased: chased.length, notChased };
    await keepAnswer(tx, context, asked, answer, { days: 30 });
    return answer;
  });
}

/** The filings, once each of them is the actor's to chase and one at least has not been sent. Practice is nobody's to chase. */
async function requireChasable(tx: CommandTx, { actor }: CommandContext, ids: readonly string[]): Promise<Filing[]> {
  const found = await findFilings(tx, ids);
  const filings = ids.map((id) => {
    const filing = found.get(id);
    if (!filing || filing.isPractice) throw notFound();
    return filing;
  });
  for (const filing of filings) {
    tx.about(filingObject(filing));
    requirePermission(actor, 'filing.chase', { unitPath: filing.unitPath, status: null });
  }
  const [first] = filings;
  if (first && !filings.some((filing) => isUnsent({ actor }, filing)))
    requirePermission(actor, 'filing.chase', { unitPath: first.unitPath, status: first.status });
  return filings;
}

function isUnsent({ actor }: Pick<CommandContext, 'actor'>, { unitPath, status }: Filing): boolean {
  return can(actor.posts, 'filing.chase', { unitPath, status }) === 'allowed';
}

async function requireMeantAgain(
  tx: CommandTx,
  context: CommandContext,
  filings: readonly Filing[],
  again: ReadonlySet<string>,
): Promise<void> {
  const before = await latestChases(
    tx,
    filings.map((filing) => filing.id),
  );
  const just = filings.flatMap((filing) => {
    const chase = before.get(filing.id);
    return chase && isChasedJustNow(chase.chasedAt, context.now()) && !again.has(filing.id) ? [{ filing, chase }] : [];
  });
  const [first] = just;
  if (!first) return;
  const by = await withNames(tx, (nameOf) => nameOf(first.chase.chasedBy));
  const [unit, at, more] = [first.filing.unitName, timeAt(first.chase.chasedAt), just.length - 1];
  const sentence = {
    zh: `${unit}已由${by}于 ${at} 催过${more > 0 ? `，另有 ${more} 个单位一天内也催过` : ''}，没有再催。确要再催的，请勾选“仍要再催”。`,
    en: `${by} chased ${unit} at ${at}${more > 0 ? `, and ${more} more were chased within a day` : ''}; nothing was sent. Tick "chase again" if you mean it.`,
  };
  throw new Refused('conflict', sentence, { filingIds: just.map(({ filing }) => filing.id) });
}

function noClerks(): Refused {
  return new Refused('invalid', {
    zh: '所选单位都没有填报员，无人可催。请先在“人员”里给出岗位。',
    en: 'None of these units has a clerk, so there is nobody to tell. Give somebody the post first.',
  });
}

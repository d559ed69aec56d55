import {
  type ContributionRequest,
  findReport,
  findUnit,
  findYear,
  latestEditionOf,
  listContributions,
  listReportTexts,
  listUnits,
  type Reader,
  type Unit,
} from '@/db/store';
import { type ContributionState, contributionState, standingIn } from '@/server/domain/contributions';
import { daysLeft } from '@/server/domain/deadlines';
import { type TopicId, topicIds } from '@/server/domain/narrative/topics';
import { type Page, pageOf } from '@/server/domain/paging';
import { type Day, dayAt } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import { type SomeNames, someNames } from '@/server/domain/some-names';
import type { ReportKey, Texts } from '@/server/domain/subject';
import { type Actor, notFound, requireReadableReport } from '@/server/views/access';
import { readEdition } from '@/server/views/edition-content';
import { personNames } from '@/server/views/person-names';
import { isFiler, reportUnits, spanOf } from '@/server/views/report-units';

/** A request for a contribution as a page shows it. */
export interface ContributionLine {
  id: string;
  unitId: string;
  unitName: string;
  year: number;
  topic: TopicId;
  question: string;
  dueOn: Day;
  /** Negative: the day is over by so many. */
  daysLeft: number;
  state: ContributionState;
  number: string | null;
  evidence: string | null;
  sentence: string | null;
  version: number;
  askedBy: string;
  askedAt: string;
  answeredBy: string | null;
  answeredAt: string | null;
}

/** What a unit has been asked for one year's report, as its clerk's tasks show it. */
export interface ContributionTask {
  unitId: string;
  unitName: string;
  year: number;
  waiting: number;
  overdue: number;
  answered: number;
  /** The next day on which an answer is due, a past one before all; null when nothing waits. */
  dueOn: Day | null;
}

/** What the units of the person's clerk posts were asked, what waits first. */
export async function listContributionTasks(reader: Reader, actor: Actor, now: Date): Promise<ContributionTask[]> {
  const unitIds = actor.posts.filter((post) => post.role === 'clerk').map((post) => post.unitId);
  const lines = (await linesOf(reader, { unitIds }, now)).filter((line) => line.state !== 'withdrawn');
  const groups = new Map<string, ContributionLine[]>();
  for (const line of lines) {
    const key = `${line.unitId} ${line.year}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()]
    .flatMap((group): ContributionTask[] => {
      const [first] = group;
      if (!first) return [];
      const waiting = group.filter((line) => line.answeredAt === null);
      return [
        {
          unitId: first.unitId,
          unitName: first.unitName,
          year: first.year,
          waiting: waiting.length,
          overdue: waiting.filter((line) => line.state === 'overdue').length,
          answered: group.length - waiting.length,
          dueOn: waiting[0]?.dueOn ?? null,
        },
      ];
    })
    .sort((a, b) => Number(a.waiting === 0) - Number(b.waiting === 0) || b.year - a.year);
}

export interface UnitContributions {
  unitId: string;
  unitName: string;
  year: number;
  lines: readonly ContributionLine[];
  mayAnswer: boolean;
}

/** What a unit was asked for a year's report. @throws Refused not_found, also for what is not yours to know of */
export async function loadUnitContributions(
  reader: Reader,
  actor: Actor,
  of: { unitId: string; year: number },
  now: Date,
): Promise<UnitContributions> {
  const unit = await findUnit(reader, of.unitId);
  const target = { unitPath: unit?.path ?? [], status: null };
  if (!unit || can(actor.posts, 'report.read', target) !== 'allowed' || !(await findYear(reader, of.year))) throw notFound();
  const lines = (await linesOf(reader, { unitIds: [unit.id], year: of.year }, now)).filter((line) => line.state !== 'withdrawn');
  return {
    unitId: unit.id,
    unitName: unit.name,
    year: of.year,
    lines,
    mayAnswer: can(actor.posts, 'contribution.answer', target) === 'allowed',
  };
}

/** What stands beside the text of a report: what units were asked and said, and what last year's report said. */
export interface ReportMaterial {
  /** The first answers; what else there is comes with `listReportContributions`. */
  answers: readonly ContributionLine[];
  answered: number;
  /** So many are on a page of `listReportContributions`. */
  perPage: number;
  /** Of whom one waits for an answer, and who of them is late. */
  waiting: SomeNames;
  overdue: SomeNames;
  withdrawn: number;
  /** Answered sentences by topic. */
  pieces: Partial<Record<TopicId, number>>;
  /** Answered sentences that stand in the texts as stored, word for word or for the most part. */
  standing: readonly Pick<ContributionLine, 'unitName' | 'topic' | 'sentence'>[];
  mayAsk: boolean;
  today: Day;
  /** The newest edition of the same report, a year earlier. */
  lastYear: { year: number; edition: number; texts: Texts } | null;
}

/** A thousand units that were asked are no page. */
const contributionsPerPage = 20;

/** @throws Refused not_found when the report is not the person's to read */
export async function loadReportMaterial(reader: Reader, actor: Actor, key: ReportKey, now: Date): Promise<ReportMaterial> {
  const { unit, lines } = await readReportLines(reader, actor, key, now);
  const { answered, waiting } = apart(lines);
  const overdue = waiting.filter((line) => line.state === 'overdue');
  const edition = await latestEditionOf(reader, unit.id, key.year - 1, key.scope);
  const pieces: Partial<Record<TopicId, number>> = {};
  for (const { topic, state } of answered) if (state === 'answered') pieces[topic] = (pieces[topic] ?? 0) + 1;
  return {
    answers: answered.slice(0, contributionsPerPage),
    answered: answered.length,
    perPage: contributionsPerPage,
    waiting: { ...unitsOf(waiting), count: waiting.length },
    overdue: { ...unitsOf(overdue), count: overdue.length },
    withdrawn: lines.length - answered.length - waiting.length,
    pieces,
    standing: await standingLines(reader, key, answered),
    mayAsk: can(actor.posts, 'contribution.ask', { unitPath: unit.path, status: null }) === 'allowed',
    today: dayAt(now),
    lastYear: edition && { year: key.year - 1, edition: edition.number, texts: readEdition(edition.content).texts },
  };
}

/** A page of what units were asked for a report: of the answers, or of those that one waits for. @throws Refused not_found */
export async function listReportContributions(
  reader: Reader,
  actor: Actor,
  { of, page, ...key }: ReportKey & { of: 'answered' | 'waiting'; page?: number | undefined },
  now: Date,
): Promise<{ lines: ContributionLine[]; at: Page }> {
  return pageOf(apart((await readReportLines(reader, actor, key, now)).lines)[of], page, contributionsPerPage);
}

async function readReportLines(
  reader: Reader,
  actor: Actor,
  key: ReportKey,
  now: Date,
): Promise<{ unit: Unit; lines: ContributionLine[] }> {
  await requireReadableReport(reader, actor, key);
  const unit = await findUnit(reader, key.unitId);
  if (!unit) throw notFound();
  const units = (await reportUnits(reader, unit, key)).filter((one) => isFiler(one) && spanOf(one, key.year) !== null);
  return { unit, lines: await linesOf(reader, { unitIds: units.map((one) => one.id), year: key.year }, now) };
}

function apart(lines: readonly ContributionLine[]): { answered: ContributionLine[]; waiting: ContributionLine[] } {
  const live = lines.filter((line) => line.state !== 'withdrawn');
  return { answered: live.filter((line) => line.answeredAt !== null), waiting: live.filter((line) => line.answeredAt === null) };
}

const unitsOf = (lines: readonly ContributionLine[]) => someNames([...new Set(lines.map((line) => line.unitName))]);

async function standingLines(reader: Reader, key: ReportKey, answered: readonly ContributionLine[]): Promise<ReportMaterial['standing']> {
  const said = answered.filter((line) => line.state === 'answered');
  const report = said.length > 0 ? await findReport(reader, key.unitId, key.year, key.scope) : null;
  const texts = report ? (await listReportTexts(reader, report.id)).filter(({ text }) => text !== '') : [];
  return said
    .filter(({ sentence }) => texts.some(({ text }) => standingIn(sentence ?? '', text) !== 'absent'))
    .map(({ unitName, topic, sentence }) => ({ unitName, topic, sentence }));
}

async function linesOf(reader: Reader, of: { unitIds: readonly string[]; year?: number }, now: Date): Promise<ContributionLine[]> {
  const requests = await listContributions(reader, of);
  if (requests.length === 0) return [];
  const units = new Map((await listUnits(reader)).map((unit) => [unit.id, unit.name]));
  const nameOf = await personNames(reader);
  const today = dayAt(now);
  return requests.map((request) => ({
    id: request.id,
    unitId: request.unitId,
    unitName: units.get(request.unitId) ?? '',
    year: request.year,
    topic: topicIds.find((id) => id === request.topic) ?? 'other_matters',
    question: request.question,
    dueOn: request.dueOn,
    daysLeft: daysLeft(request.dueOn, today),
    state: stateOf(request, today),
    number: request.number,
    evidence: request.evidence,
    sentence: request.sentence,
    version: request.version,
    askedBy: nameOf(request.askedBy),
    askedAt: request.askedAt.toISOString(),
    answeredBy: request.answeredBy && nameOf(request.answeredBy),
    answeredAt: request.answeredAt?.toISOString() ?? null,
  }));
}

function stateOf(request: ContributionRequest, today: Day): ContributionState {
  return contributionState({ ...request, isAnswered: request.answeredAt !== null, isWithdrawn: request.withdrawnAt !== null }, today);
}

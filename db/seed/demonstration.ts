import { randomUUID } from 'node:crypto';
import { insertUnit, type Store } from '@/db/store';
import type { CommandContext } from '@/server/commands/command';
import { openReview } from '@/server/commands/filing/open-review';
import { returnFiling } from '@/server/commands/filing/return-filing';
import { saveFilingText } from '@/server/commands/filing/save-filing-text';
import { addPhrase } from '@/server/commands/office/add-phrase';
import { changeUnit } from '@/server/commands/office/change-unit';
import { createYear } from '@/server/commands/office/create-year';
import { openQuarter } from '@/server/commands/office/open-quarter';
import { setOpenings } from '@/server/commands/office/set-openings';
import { setQuarterDue } from '@/server/commands/office/set-quarter-due';
import { setSigningSteps } from '@/server/commands/report/set-signing-steps';
import { count, type FigureBook, printFigure } from '@/server/domain/figures';
import { type CellId, type Format, getCell, getFormat } from '@/server/domain/formats';
import { dayAt, type Quarter, quarters, usualDueDay } from '@/server/domain/periods';
import { type SplitUnit, splitReport } from '@/server/domain/rehearsal';
import { usualSteps } from '@/server/domain/signing';
import type { Scope } from '@/server/domain/subject';
import { loadReportPage } from '@/server/queries/report';
import { approveQuarter, filingOf, settleFindings, submitQuarter, typeQuarter } from '@/server/rehearsal/file-quarter';
import { addPlayer } from '@/server/rehearsal/players';
import { publishReport } from '@/server/rehearsal/settle-report';
import { demonstrationYear, openingsAfter } from './demonstration-figures';
import { defineDemonstrationIndicators, indicatorFigures } from './demonstration-indicators';
import { contributionOf, demonstrationPhrases, reportTexts } from './demonstration-texts';
import { type DemonstrationUnit, demonstrationUnits, government, officePeople } from './demonstration-units';
import { yearPlayed } from './year-played';

type Cast = Record<(typeof officePeople)[number]['username'], CommandContext>;

interface Member {
  unit: DemonstrationUnit;
  unitId: string;
  clerk: CommandContext;
}

/**
 * Loads the demonstration: a fictional district with a dozen units, the year before finished and published, this year in its
 * third quarter with one unit late, one returned, one with an explained warning, and the usual three steps of signing. Everything is done by the commands the
 * browser uses, with a clock that is set to when it would have happened.
 */
export async function loadDemonstration(store: Store, now = new Date()): Promise<void> {
  const year = yearPlayed(now);
  const clock = movableClock(new Date(`${year - 1}-01-05T01:00:00Z`), now);
  const rootId = randomUUID();
  await store.tx((tx) =>
    insertUnit(tx, {
      id: rootId,
      parentId: null,
      path: [rootId],
      name: government,
      kind: 'government',
      powers: [],
      sort: 0,
      opensOn: `${year - 2}-01-01`,
      closesOn: null,
    }),
  );
  const cast = Object.fromEntries(
    await Promise.all(
      officePeople.map(async (person) => [person.username, await addPlayer(store, { ...person, unitId: rootId }, clock.read)] as const),
    ),
  ) as Cast;
  for (const text of demonstrationPhrases) await addPhrase(cast.admin, { text });
  const members: Member[] = [];
  for (const [index, unit] of demonstrationUnits.entries()) {
    const unitId = randomUUID();
    await store.tx((tx) =>
      insertUnit(tx, {
        id: unitId,
        parentId: rootId,
        path: [rootId, unitId],
        name: unit.name,
        kind: unit.kind,
        powers: unit.powers,
        sort: index + 1,
        opensOn: `${year - 2}-01-01`,
        closesOn: null,
      }),
    );
    members.push({ unit, unitId, clerk: await addPlayer(store, { ...unit.clerk, unitId, role: 'clerk' }, clock.read) });
  }
  const closed = await lastYear({ year: year - 1, rootId, cast, members, clock });
  await currentYear({ year, cast, members, clock, closed, now });
  await setSigningSteps(cast.admin, { steps: usualSteps, seen: [] });
}

interface Stage {
  year: number;
  cast: Cast;
  members: readonly Member[];
  clock: Clock;
}

/** The year before, filed, reviewed, finalised: own-organ and consolidated. */
async function lastYear({ year, rootId, cast, members, clock }: Stage & { rootId: string }): Promise<Map<string, FigureBook>> {
  await createYear(cast.admin, { year });
  const format = getFormat('2021');
  const closed = new Map<string, FigureBook>();
  const split = new Map<string, SplitUnit>();
  for (const [index, { unit, unitId }] of members.entries()) {
    const figures = demonstrationYear(format, unit, 100 + index, new Map());
    closed.set(unitId, openingsAfter(format, figures));
    split.set(unitId, splitOf({ format, unit, year, figures, seed: 100 + index }));
    await setOpenings(cast.admin, {
      unitId,
      year,
      reason: `${year - 1} 年度已发布年报所列期末数`,
      values: [...openingCells(format, figures)],
    });
  }
  for (const quarter of quarters) {
    await openQuarter(cast.admin, { year, quarter });
    for (const [index, member] of members.entries()) {
      clock.set(`${usualDueDay(year, quarter)}T0${1 + (index % 8)}:2${index % 6}:00Z`, -6 + (index % 5));
      await fileWhole({ cast, member, year, quarter, book: split.get(member.unitId)?.quarters[quarter - 1] ?? new Map() });
    }
  }
  clock.set(`${year + 1}-02-10T03:00:00Z`);
  for (const scope of ['own_organ', 'consolidated'] as const) await publish(cast, rootId, year, scope);
  return closed;
}

/** This year: two quarters behind it, the third under way in every state there is. */
async function currentYear({
  year,
  cast,
  members,
  clock,
  closed,
  now,
}: Stage & { closed: Map<string, FigureBook>; now: Date }): Promise<void> {
  const format = getFormat('2021');
  clock.set(`${year}-01-06T02:00:00Z`);
  await createYear(cast.admin, { year });
  await defineDemonstrationIndicators(cast.admin, year, members);
  const split = new Map(
    members.map(({ unit, unitId }, index) => [
      unitId,
      splitOf({
        format,
        unit,
        year,
        figures: demonstrationYear(format, unit, 200 + index, closed.get(unitId) ?? new Map()),
        seed: 200 + index,
      }),
    ]),
  );
  for (const quarter of [1, 2] as const) {
    await openQuarter(cast.admin, { year, quarter });
    for (const [index, member] of members.entries()) {
      if (member.unit.key === 'housing' && quarter === 2) continue;
      clock.set(`${usualDueDay(year, quarter)}T0${1 + (index % 8)}:4${index % 6}:00Z`, -5 + (index % 4));
      const book = split.get(member.unitId)?.quarters[quarter - 1] ?? new Map();
      await fileWhole({ cast, member, year, quarter, book: new Map([...book, ...indicatorFigures(member.unit, quarter)]) });
    }
  }
  clock.set(`${year}-10-02T02:00:00Z`);
  await openQuarter(cast.admin, { year, quarter: 3 });
  await setQuarterDue(cast.admin, { year, quarter: 3, dueOn: dayAt(new Date(now.getTime() + 9 * 86_400_000)) });
  for (const { unit, unitId } of members) {
    if (!unit.head) continue;
    await addPlayer(cast.admin.store, { ...unit.head, unitId, role: 'head' }, clock.read);
    await changeUnit(cast.admin, { unitId, change: { needsSignOff: true } });
  }
  for (const [index, member] of members.entries()) {
    clock.set(`${year}-10-1${index % 3}T0${1 + (index % 8)}:15:00Z`);
    const book = new Map([...(split.get(member.unitId)?.quarters[2] ?? []), ...indicatorFigures(member.unit, 3)]);
    await thirdQuarter[member.unit.key]?.({ cast, member, year, book });
  }
}

interface Scene {
  cast: Cast;
  member: Member;
  year: number;
  book: FigureBook;
}

/** How far each unit has come with the third quarter. 财政, 住建: not started; 住建 has not filed the second one either. */
const thirdQuarter: Record<string, (scene: Scene) => Promise<unknown>> = {
  async office({ member, year, book }) {
    const filing = await filingOf(member.clerk, member.unitId, year, 3);
    await typeQuarter(
      member.clerk,
      filing,
      new Map(
        [...book].filter(
          ([cell]) =>
            cell.startsWith('s2.') || cell.startsWith('s3.new_received') || cell.startsWith('s3.granted') || cell === 'x.new_media_posts',
        ),
      ),
    );
  },
  async reform({ cast, member, year, book }) {
    const filing = await filingOf(member.clerk, member.unitId, year, 3);
    await typeQuarter(member.clerk, filing, book);
    await settleFindings(member.clerk, cast.reviewer, filing.id, demonstrationReason);
    const { number } = await submitQuarter(member.clerk, filing.id);
    await openReview(cast.reviewer, { filingId: filing.id });
    await returnFiling(cast.reviewer, {
      filingId: filing.id,
      submissionNumber: number,
      reason: '请核对行政许可数量，与本单位公示平台的季度数不一致。',
      remarks: [{ anchor: 's2.licensing_decisions', text: '公示平台第三季度为另一数字，请核对后更正或说明口径。' }],
    });
  },
  education: submitted,
  async police({ cast, member, year, book }) {
    const filing = await filingOf(member.clerk, member.unitId, year, 3);
    const inForce = book.get('s2.normative_documents.in_force');
    const afterCleanUp =
      inForce?.state === 'number' && inForce.value > 0
        ? new Map([...book, ['s2.normative_documents.in_force', count(inForce.value - 1)]])
        : book;
    await typeQuarter(member.clerk, filing, afterCleanUp);
    await settleFindings(
      member.clerk,
      cast.reviewer,
      filing.id,
      () => '集中清理时有 1 件文件因机构改革并入上级文件，不计入本期废止件数，期末有效件数相应减少。',
    );
    await submitQuarter(member.clerk, filing.id);
  },
  civil: approved,
  async labour(scene) {
    await submitted(scene);
    const filing = await filingOf(scene.member.clerk, scene.member.unitId, scene.year, 3);
    await openReview(scene.cast.reviewer2, { filingId: filing.id });
  },
  market: approved,
  health: submitted,
  /** Filled in and settled: it waits for the signature of 分管领导. */
  async east({ cast, member, year, book }) {
    const filing = await filingOf(member.clerk, member.unitId, year, 3);
    await typeQuarter(member.clerk, filing, book);
    await settleFindings(member.clerk, cast.reviewer, filing.id, demonstrationReason);
  },
  river: submitted,
};

async function submitted({ cast, member, year, book }: Scene): Promise<{ filingId: string; number: number; hash: string }> {
  const filing = await filingOf(member.clerk, member.unitId, year, 3);
  await typeQuarter(member.clerk, filing, book);
  await saveFilingText(member.clerk, { filingId: filing.id, changeId: randomUUID(), text: contributionOf(member.unit, 3), baseVersion: 0 });
  await settleFindings(member.clerk, cast.reviewer, filing.id, demonstrationReason);
  return { filingId: filing.id, ...(await submitQuarter(member.clerk, filing.id)) };
}

async function approved(scene: Scene): Promise<void> {
  const { filingId, ...submission } = await submitted(scene);
  await approveQuarter(scene.cast.reviewer, filingId, submission);
}

async function fileWhole({ cast, member, year, quarter, book }: Scene & { quarter: Quarter }): Promise<void> {
  const filing = await filingOf(member.clerk, member.unitId, year, quarter);
  await typeQuarter(member.clerk, filing, book);
  await settleFindings(member.clerk, cast.reviewer, filing.id, demonstrationReason);
  await approveQuarter(cast.reviewer, filing.id, await submitQuarter(member.clerk, filing.id));
}

async function publish(cast: Cast, unitId: string, year: number, scope: Scope): Promise<void> {
  const key = { unitId, year, scope };
  const { figures } = await loadReportPage(cast.admin.store.read, cast.admin.actor, key, null);
  await publishReport(cast, key, reportTexts(year, scope, new Map(Object.entries(figures))), demonstrationReason);
}

function demonstrationReason(rule: string): string {
  return `演示数据：规则 ${rule} 所列差异系虚构口径所致，已在底稿中注明来源。`;
}

/** One unit's year as its four quarters; what the unit has no power for is not typed. */
function splitOf({
  format,
  unit,
  year,
  figures,
  seed,
}: {
  format: Format;
  unit: DemonstrationUnit;
  year: number;
  figures: FigureBook;
  seed: number;
}): SplitUnit {
  const { units } = splitReport({ format, seed, content: { organ: unit.name, year, scope: 'own_organ', figures, texts: {} } });
  const [split] = units as [SplitUnit];
  for (const book of split.quarters) for (const cell of book.keys()) if (!hasPower(format, unit, cell)) book.delete(cell);
  return split;
}

function hasPower(format: Format, unit: DemonstrationUnit, id: CellId): boolean {
  const { power } = getCell(format, id);
  return power === undefined || unit.powers.includes(power);
}

function openingCells(format: Format, figures: FigureBook): { cell: CellId; raw: string }[] {
  return [...format.cells.values()]
    .filter((cell) => cell.addsUp === 'opening')
    .map((cell) => ({ cell: cell.id, raw: printFigure(figures.get(cell.id) ?? count(0), cell) }));
}

interface Clock {
  read: () => Date;
  /** Never later than now. */
  set: (moment: string, daysOff?: number) => void;
}

function movableClock(start: Date, now: Date): Clock {
  let moment = start;
  return {
    read: () => moment,
    set(text, daysOff = 0) {
      moment = new Date(Math.min(Date.parse(text) + daysOff * 86_400_000, now.getTime()));
    },
  };
}

import {
  findFilings,
  findUnits,
  getReports,
  listReportSignatureHeads,
  listReportStandings,
  listReportsSigned,
  newestEditionHeads,
  type Reader,
  type Report,
  type ReportSignatureHead,
  type ReportStanding,
  reportKey,
  signedContentOf,
  type Unit,
} from '@/db/store';
import { sha256Hex } from '@/server/domain/audit';
import { type Overlay, packVersion } from '@/server/domain/checks';
import { numberAt } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { type SigningStep, type StepStanding, sentKey, stepStandings } from '@/server/domain/signing';
import type { ReportKey } from '@/server/domain/subject';
import { loadOpenings } from './filing-view';
import { loadReportView, type ReportView } from './report-view';
import { readSigned } from './signed-content';
import { loadSigning, signingSteps } from './signing-view';

/** A signature with the edition it was given on the way to, without what it is under. */
export type GivenHead = ReportSignatureHead & { edition: number };

/** A report that was sent for signature and not finalised since, and how it stands with those who sign it. */
export interface GoingRound {
  key: ReportKey;
  unit: Unit;
  edition: number;
  /** SHA-256 of each part as it stands. */
  hashes: Readonly<Record<string, string>>;
  sent: GivenHead;
  standings: readonly StepStanding<GivenHead>[];
}

/** What reports would be signed under, added up now, by `reportKey`. */
export type AddUp = (keys: readonly ReportKey[]) => Promise<ReadonlyMap<string, AddedUp>>;

/** The parts of a report by their hashes, and what they were read under. */
export type AddedUp = Pick<ReportStanding, 'hashes' | 'restated'> & {
  /** Of the standing at that moment; null: none is kept. */
  mark: number | null;
};

/**
 * The reports that go round, and whose turn it is in each. What is kept of them is used while nothing has moved; the others are added up.
 *
 * @param asked.isOf which of them are looked at
 * @param asked.addUp where that is done, which takes long
 */
export async function loadGoingRound(
  reader: Reader,
  overlay: Overlay | null,
  asked: { isOf: (key: ReportKey, unit: Unit, steps: readonly SigningStep[]) => boolean; addUp?: AddUp },
): Promise<GoingRound[]> {
  const steps = await signingSteps(reader);
  const sent = await getReports(reader, await listReportsSigned(reader, sentKey));
  const units = await findUnits(
    reader,
    [...sent.values()].map((report) => report.unitId),
  );
  const reports = [...sent.values()].flatMap((report): { report: Report; unit: Unit; key: ReportKey }[] => {
    const unit = units.get(report.unitId);
    const key = { unitId: report.unitId, year: report.year, scope: report.scope };
    return unit && asked.isOf(key, unit, steps) ? [{ report, unit, key }] : [];
  });
  if (reports.length === 0) return [];
  const editions = await newestEditionHeads(
    reader,
    reports.map(({ key }) => key.year),
  );
  const signatures = await listReportSignatureHeads(
    reader,
    reports.map(({ report }) => report.id),
  );
  const editionOf = await editionsSigned(reader, [...signatures.values()].flat());
  const hashes = await hashesOf(reader, overlay, { reports, addUp: asked.addUp ?? ((keys) => addUpReports(reader, keys, overlay)) });
  return reports.flatMap(({ report, unit, key }): GoingRound[] => {
    const edition = (editions.get(reportKey(key))?.number ?? 0) + 1;
    const given = (signatures.get(report.id) ?? [])
      .filter((one) => one.withdrawnAt === null)
      .map((one) => ({ ...one, edition: editionOf(one) }));
    const going = given.findLast((one) => one.step === sentKey && one.edition === edition);
    const own = hashes.get(report.id);
    if (!going || !own) return [];
    const standings = stepStandings(
      steps,
      given.filter((one) => one.step !== sentKey),
      { hashes: own, edition },
    );
    return [{ key, unit, edition, hashes: own, sent: going, standings }];
  });
}

/** A signature never changes, so what it was given on the way to is read once in a process. */
const editionsRead = new WeakMap<Reader['db'], Map<string, number>>();

async function editionsSigned(reader: Reader, given: readonly ReportSignatureHead[]): Promise<(one: ReportSignatureHead) => number> {
  const known = editionsRead.get(reader.db) ?? new Map<string, number>();
  editionsRead.set(reader.db, known);
  const unread = given.flatMap(({ id }) => (known.has(id) ? [] : [id]));
  for (const [id, content] of await signedContentOf(reader, unread)) known.set(id, readSigned(content).edition);
  return ({ id }) => known.get(id) ?? 0;
}

/** By which rules a report was read: the pack's, and what the deployment changes in it. The office's wording moves every mark. */
export function rulesOf(overlay: Overlay | null): string {
  return overlay ? `${packVersion} ${sha256Hex(overlay.text)}` : packVersion;
}

/** The restated first openings of a report with what each would have followed. */
export function restatedIn({ restatements }: ReportView): Record<string, number | null> {
  return Object.fromEntries(restatements.map(({ filingId, cell, was }) => [`${filingId} ${cell}`, was]));
}

/** Adds up some reports one after the other. */
export async function addUpReports(reader: Reader, keys: readonly ReportKey[], overlay: Overlay | null): Promise<Map<string, AddedUp>> {
  const all = new Map<string, AddedUp>();
  for (const key of keys) {
    const view = await loadReportView(reader, key, overlay);
    if (!view) continue;
    const { hashes } = await loadSigning(reader, view);
    const kept = view.report && (await listReportStandings(reader, [view.report.id])).get(view.report.id);
    all.set(reportKey(key), { hashes, restated: restatedIn(view), mark: kept?.mark ?? null });
  }
  return all;
}

type Remembered = Pick<ReportStanding, 'mark' | 'rules' | 'hashes' | 'restated'>;

/** What was added up in this process since it was kept last: the same while the mark is. */
const remembered = new WeakMap<Reader['db'], Map<string, Remembered>>();

async function hashesOf(
  reader: Reader,
  overlay: Overlay | null,
  { reports, addUp }: { reports: readonly { report: Report; key: ReportKey }[]; addUp: AddUp },
): Promise<Map<string, Readonly<Record<string, string>>>> {
  const kept = await listReportStandings(
    reader,
    reports.map(({ report }) => report.id),
  );
  const memory = remembered.get(reader.db) ?? new Map<string, Remembered>();
  remembered.set(reader.db, memory);
  const rules = rulesOf(overlay);
  const known = new Map<string, Remembered>();
  for (const [id, standing] of kept) {
    const added = memory.get(id);
    const found = standing.isFresh ? standing : added?.mark === standing.mark ? added : null;
    if (found?.rules === rules) known.set(id, found);
  }
  const restated = await restatedNow(reader, [...known.values()]);
  for (const [id, one] of known) if (Object.entries(one.restated).some(([at, was]) => restated.get(at) !== was)) known.delete(id);
  const left = reports.filter(({ report }) => !known.has(report.id));
  const added = left.length > 0 ? await addUp(left.map(({ key }) => key)) : new Map<string, AddedUp>();
  const hashes = new Map([...known].map(([id, one]) => [id, one.hashes]));
  for (const { report, key } of left) {
    const own = added.get(reportKey(key));
    if (!own) continue;
    hashes.set(report.id, own.hashes);
    if (own.mark !== null) memory.set(report.id, { mark: own.mark, rules, hashes: own.hashes, restated: own.restated });
  }
  return hashes;
}

/** What the restated openings that some standings tell of would follow now. */
async function restatedNow(reader: Reader, standings: readonly Remembered[]): Promise<Map<string, number | null>> {
  const places = [...new Set(standings.flatMap(({ restated }) => Object.keys(restated)))];
  const filings = [...(await findFilings(reader, [...new Set(places.map((place) => place.split(' ')[0] ?? ''))])).values()];
  const opened = await loadOpenings(
    reader,
    filings.map((of) => ({ of, format: getFormat(of.format, of.rowVariant) })),
  );
  const books = new Map(filings.map((filing, index) => [filing.id, opened[index]?.openings ?? new Map()]));
  return new Map(
    places.map((place) => {
      const [filingId = '', cell = ''] = place.split(' ');
      return [place, numberAt(books.get(filingId) ?? new Map(), cell)];
    }),
  );
}

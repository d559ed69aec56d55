import {
  type CorrectionSlip,
  countSlipsByUnit,
  findSlip,
  findUnit,
  findUnits,
  findYear,
  listFilings,
  listSlips,
  listSucceeded,
  listSuccessorIds,
  listUnits,
  type Reader,
  successorIdsAmong,
  type Unit,
} from '@/db/store';
import { contentHash } from '@/server/domain/audit';
import type { Overlay } from '@/server/domain/checks';
import {
  boundContents,
  mayDecideSlip,
  movedSince,
  type PrintedEffect,
  type SlipChange,
  type SlipStatus,
  slipEffect,
  type UnitBooks,
} from '@/server/domain/corrections';
import { type Page, pageOf } from '@/server/domain/paging';
import { can } from '@/server/domain/permissions';
import { isFound, searchWords } from '@/server/domain/searched';
import { type Actor, notFound } from '@/server/views/access';
import { personNames, withNames } from '@/server/views/person-names';
import { slipWriters } from '@/server/views/slip-writers';
import { loadUnitBooks } from '@/server/views/unit-books';
import { effectInForce } from './slip-in-force';

/** A slip in a list. */
export interface SlipRow {
  slipId: string;
  unitId: string;
  unitName: string;
  year: number;
  number: number;
  status: SlipStatus;
  reason: string;
  /** How many cells it changes. */
  cells: number;
  writtenBy: string;
  writtenAt: string;
  signedBy: string;
  signedAt: string | null;
  decidedBy: string;
  decidedAt: string | null;
  /** Waits for this very person. */
  isMine: boolean;
}

/** All that a slip of a unit's year is written or shown with. */
export interface SlipDesk {
  unitId: string;
  unitName: string;
  year: number;
  books: UnitBooks;
  /** The deployment's overlay as text, so that the browser checks by the same rules. */
  overlay: string | null;
  mayWrite: boolean;
}

export interface SlipSignature {
  name: string;
  at: string;
}

export interface SlipPage {
  desk: SlipDesk;
  slip: {
    id: string;
    number: number;
    status: SlipStatus;
    version: number;
    reason: string;
    changes: readonly SlipChange[];
    written: SlipSignature;
    signed: SlipSignature | null;
    decided: SlipSignature | null;
    decisionText: string | null;
    /** SHA-256 of what is signed. */
    hash: string;
  };
  /** not_yours: the post decides nothing here. own_work: wrote or signed it. */
  deciding: 'allowed' | 'own_work' | 'not_yours';
  /** What the signature was bound to has changed since in these quarters. */
  moved: readonly { year: number; quarter: number }[];
  /** What an accepted slip changed, as it was; null while it is only considered. */
  inForce: PrintedEffect | null;
}

/** A page of the slips of every unit the person may read, found by unit, number and reason. */
export interface SlipList {
  slips: SlipRow[];
  page: Page;
  search: string;
}

/** Those that wait for the person first, then the newest. Drafts are the unit's own. */
export async function loadSlipList(
  reader: Reader,
  actor: Actor,
  { search = '', page }: { search?: string | undefined; page?: number | undefined } = {},
): Promise<SlipList> {
  const units = (await listUnits(reader)).map(withSuccessors).filter((unit) => isAllowed(actor, 'filing.read', unit));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const words = searchWords(search);
  const found = (await listSlips(reader, { unitIds: [...byId.keys()] })).flatMap((slip) => {
    const unit = byId.get(slip.unitId);
    if (!unit || !maySee(actor, unit, slip) || !isFound(words, `${unit.name} ${slipInWords(slip)} ${slip.reason}`)) return [];
    return [{ slip, unit, isMine: isOpen(slip) && isAllowed(actor, slip.status === 'signed' ? 'slip.decide' : 'slip.write', unit) }];
  });
  found.sort((a, b) => Number(b.isMine) - Number(a.isMine) || b.slip.writtenAt.getTime() - a.slip.writtenAt.getTime());
  const { lines, at } = pageOf(found, page);
  const slips = await withNames(reader, (nameOf) =>
    lines.map(
      ({ slip, unit, isMine }): SlipRow => ({
        slipId: slip.id,
        unitId: unit.id,
        unitName: unit.name,
        year: slip.year,
        number: slip.number,
        status: slip.status,
        reason: slip.reason,
        cells: slip.changes.length,
        writtenBy: nameOf(slip.writtenBy),
        writtenAt: slip.writtenAt.toISOString(),
        signedBy: nameOf(slip.signedBy),
        signedAt: slip.signedAt?.toISOString() ?? null,
        decidedBy: nameOf(slip.decidedBy),
        decidedAt: slip.decidedAt?.toISOString() ?? null,
        isMine,
      }),
    ),
  );
  return { slips, page: at, search };
}

/** A slip in the ways in which people write it: 2025年第1号更正单, 2025-1. */
function slipInWords({ year, number }: CorrectionSlip): string {
  return `${year}年第${number}号更正单 ${year}-${number}`;
}

/** How many signed slips wait for this person's signature: the number in the navigation. Only the units that have one are looked at. */
export async function countWaitingSlips(reader: Reader, actor: Actor): Promise<number> {
  if (!actor.posts.some((post) => post.role === 'admin')) return 0;
  const waiting = await countSlipsByUnit(reader, 'signed');
  const units = [...(await findUnits(reader, [...waiting.keys()])).values()];
  const closed = units.some((unit) => unit.successorId !== null) ? await listSucceeded(reader) : [];
  return units
    .map((unit) => ({ ...unit, takenOverBy: successorIdsAmong(closed, unit) }))
    .reduce((sum, unit) => sum + (isAllowed(actor, 'slip.decide', unit) ? (waiting.get(unit.id) ?? 0) : 0), 0);
}

/** The years in which a unit the person writes slips for, own or taken over, has a locked quarter: where one may be begun. Own units first. */
export async function listCorrectableYears(reader: Reader, actor: Actor): Promise<{ unitId: string; unitName: string; year: number }[]> {
  if (!actor.posts.some((post) => post.role === 'clerk')) return [];
  const units = (await listUnits(reader)).map(withSuccessors).filter((unit) => isAllowed(actor, 'slip.write', unit));
  const isOwn = (unitId: string) => actor.posts.some((post) => post.unitId === unitId);
  const locked = units.length > 0 ? await listFilings(reader, { unitIds: units.map((unit) => unit.id), statuses: ['locked'] }) : [];
  const years = new Map(locked.map(({ unitId, unitName, year }) => [`${unitId} ${year}`, { unitId, unitName, year }]));
  return [...years.values()].sort((a, b) => Number(isOwn(b.unitId)) - Number(isOwn(a.unitId)) || b.year - a.year);
}

/** @throws Refused not_found */
export async function loadSlipDesk(
  reader: Reader,
  actor: Actor,
  of: { unitId: string; year: number },
  overlay: Overlay | null,
): Promise<SlipDesk> {
  const unit = await findSlipUnit(reader, of.unitId);
  if (!unit || !isAllowed(actor, 'filing.read', unit) || !(await findYear(reader, of.year))) throw notFound();
  return {
    unitId: unit.id,
    unitName: unit.name,
    year: of.year,
    books: await loadUnitBooks(reader, unit, of.year, overlay),
    overlay: overlay?.text ?? null,
    mayWrite: isAllowed(actor, 'slip.write', unit),
  };
}

/** @throws Refused not_found, also for another unit's draft */
export async function loadSlipPage(reader: Reader, actor: Actor, slipId: string, overlay: Overlay | null): Promise<SlipPage> {
  const slip = await findSlip(reader, slipId);
  const unit = slip && (await findSlipUnit(reader, slip.unitId));
  if (!slip || !unit || !isAllowed(actor, 'filing.read', unit) || !maySee(actor, unit, slip)) throw notFound();
  const desk = await loadSlipDesk(reader, actor, slip, overlay);
  const nameOf = await personNames(reader);
  const signature = (by: string | null, at: Date | null) => (by && at ? { name: nameOf(by), at: at.toISOString() } : null);
  const effect = slipEffect(desk.books, slip, overlay);
  return {
    desk,
    slip: {
      id: slip.id,
      number: slip.number,
      status: slip.status,
      version: slip.version,
      reason: slip.reason,
      changes: slip.changes,
      written: { name: nameOf(slip.writtenBy), at: slip.writtenAt.toISOString() },
      signed: signature(slip.signedBy, slip.signedAt),
      decided: signature(slip.decidedBy, slip.decidedAt),
      decisionText: slip.decisionText,
      hash: contentHash({
        unitId: slip.unitId,
        year: slip.year,
        number: slip.number,
        reason: slip.reason,
        changes: slip.changes,
        seen: slip.seen ?? boundContents(effect),
      }),
    },
    deciding: await decidingOf(reader, actor, unit, slip),
    moved: slip.status === 'signed' ? movedSince(slip.seen ?? {}, desk.books, effect).map(({ year, quarter }) => ({ year, quarter })) : [],
    inForce: slip.status === 'accepted' ? await effectInForce(reader, slip, desk.books) : null,
  };
}

async function decidingOf(reader: Reader, actor: Actor, unit: SlipUnit, slip: CorrectionSlip): Promise<SlipPage['deciding']> {
  if (!isAllowed(actor, 'slip.decide', unit)) return 'not_yours';
  return mayDecideSlip(actor.userId, await slipWriters(reader, slip)) ? 'allowed' : 'own_work';
}

function isOpen({ status }: CorrectionSlip): boolean {
  return status === 'draft' || status === 'signed';
}

function maySee(actor: Actor, unit: SlipUnit, slip: CorrectionSlip): boolean {
  return slip.signedAt !== null || isAllowed(actor, 'slip.write', unit);
}

/** A unit with those that took it over: a closed one's slips are written by its successor. */
type SlipUnit = Unit & { takenOverBy: readonly string[] };

async function findSlipUnit(reader: Reader, unitId: string): Promise<SlipUnit | null> {
  const unit = await findUnit(reader, unitId);
  return unit && { ...unit, takenOverBy: await listSuccessorIds(reader, unit) };
}

function withSuccessors(unit: Unit, _index: number, all: readonly Unit[]): SlipUnit {
  return { ...unit, takenOverBy: successorIdsAmong(all, unit) };
}

function isAllowed(actor: Actor, action: 'filing.read' | 'slip.write' | 'slip.decide', unit: SlipUnit): boolean {
  return can(actor.posts, action, { unitPath: unit.path, takenOverBy: unit.takenOverBy, status: null }) === 'allowed';
}

import {
  type Filing,
  findUnits,
  listEvents,
  listFilings,
  listPeople,
  listPosts,
  listPractice,
  listSignOffs,
  listSignOffsOf,
  type Reader,
  type SignOff,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { byDue, daysLeft } from '@/server/domain/deadlines';
import type { CellId } from '@/server/domain/formats';
import { dayAt } from '@/server/domain/periods';
import { maySign, type Obstacle, type SignatureState, signatureState } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { approvalHistory } from '@/server/views/decisions';
import { type FilingView, loadFilingViews } from '@/server/views/filing-view';
import { obstaclesOfAll } from '@/server/views/load-obstacles';

/** What stands of the signature inside the unit, for the check page, the sheet and the reviewer. */
export interface FormSignOff {
  state: SignatureState;
  /** Who may sign for the unit, by name; nobody: an administrator has to give somebody the post. */
  heads: readonly string[];
  /** Of the signature under this content, else of the newest one; empty and null when there is none. */
  signedBy: string;
  signedAt: string | null;
  /** Outdated: the cells that are no longer as they were signed, in the texts that were typed. */
  changes: readonly { cell: CellId; before: string; after: string }[];
  /** Outdated: what else is no longer as it was signed. */
  alsoChanged: readonly ('text' | 'declarations' | 'carried_in')[];
  /** This person wrote into the quarter and cannot sign it (R4). */
  isOwnWork: boolean;
}

/** Null: the unit asks for no signature and nobody has signed this content. */
export async function loadSignOff(
  reader: Reader,
  actor: Actor,
  view: FilingView,
  nameOf: (id: string | null) => string,
): Promise<FormSignOff | null> {
  const { filing, hash } = view;
  const signOffs = await listSignOffs(reader, filing.id);
  const state = signatureState({ hash, signed: signOffs.map((one) => one.hash) });
  if (!filing.needsSignOff && state !== 'signed') return null;
  const shown: SignOff | undefined = signOffs.find((one) => one.hash === hash) ?? signOffs.at(-1);
  const since = state === 'outdated' ? await changedSinceSigned(reader, view) : { changes: [], alsoChanged: [] };
  return {
    state,
    heads: await headsOf(reader, filing.unitId),
    signedBy: nameOf(shown?.signedBy ?? null),
    signedAt: shown?.signedAt.toISOString() ?? null,
    ...since,
    isOwnWork: maySign(actor.userId, await approvalHistory(reader, filing.id, null)) !== 'allowed',
  };
}

async function headsOf(reader: Reader, unitId: string): Promise<string[]> {
  const active = new Map((await listPeople(reader)).filter((person) => person.isActive).map((person) => [person.id, person.name]));
  const posts = (await listPosts(reader)).filter((post) => post.role === 'head' && post.unitId === unitId);
  return posts.flatMap((post) => active.get(post.userId) ?? []);
}

const everything = 1_000_000;

/** What the event log says was changed after the newest signature. Where it tells of nothing, the openings have moved. */
async function changedSinceSigned(reader: Reader, view: FilingView): Promise<Pick<FormSignOff, 'changes' | 'alsoChanged'>> {
  const of = { objectType: 'filing', objectId: view.filing.id, limit: everything };
  const signed = (await listEvents(reader, { ...of, kindPrefix: 'filing.signed_off' })).at(-1);
  const events = await listEvents(reader, { ...of, after: signed?.seq ?? 0 });
  const cells = new Map<CellId, string>();
  let text: string | null = null;
  let declared = 0;
  for (const { kind, payload } of events) {
    if (kind === 'figure.saved' && 'cell' in payload && 'before' in payload && !cells.has(payload.cell))
      cells.set(payload.cell, typeof payload.before === 'string' ? payload.before : '');
    if (kind === 'text.saved' && 'key' in payload && 'before' in payload && typeof payload.before === 'string') text ??= payload.before;
    if (kind === 'declaration.made') declared += 1;
    if (kind === 'declaration.lapsed' || kind === 'declaration.withdrawn') declared -= 1;
  }
  const now = new Map(view.stored.map((one) => [one.cell, one.raw]));
  const changes = [...cells].flatMap(([cell, before]) => {
    const after = now.get(cell) ?? '';
    return before === after ? [] : [{ cell, before, after }];
  });
  const alsoChanged: FormSignOff['alsoChanged'][number][] = [];
  if (text !== null && text !== view.contribution.text) alsoChanged.push('text');
  if (declared !== 0) alsoChanged.push('declarations');
  return { changes, alsoChanged: changes.length + alsoChanged.length === 0 ? ['carried_in'] : alsoChanged };
}

/** A quarter before 分管领导. */
export interface QuarterToSign {
  filingId: string;
  unitName: string;
  year: number;
  quarter: number;
  dueOn: string;
  /** Negative: overdue by so many days. */
  daysLeft: number;
  status: Filing['status'];
  isPractice: boolean;
  state: SignatureState;
  signedAt: string | null;
  /** What the clerk has to settle before it can be signed; 0 for what has left the unit. */
  unsettled: number;
}

export interface ToSign {
  /** The units of the person's posts as 分管领导. */
  units: readonly { name: string; needsSignOff: boolean }[];
  quarters: readonly QuarterToSign[];
}

/** The quarters of the units whose 分管领导 the person is, the earliest due first, practice last. */
export async function listToSign(reader: Reader, actor: Actor, overlay: Overlay | null, now: Date): Promise<ToSign> {
  const unitIds = actor.posts.filter((post) => post.role === 'head').map((post) => post.unitId);
  if (unitIds.length === 0) return { units: [], quarters: [] };
  const known = await findUnits(reader, [...new Set(unitIds)]);
  const units = unitIds.flatMap((id) => known.get(id) ?? []);
  const asked = units.filter((unit) => unit.needsSignOff).map((unit) => unit.id);
  const filings = [...(await listFilings(reader, { unitIds: asked })), ...(await listPractice(reader, { unitIds: asked }))];
  const views = [...(await loadFilingViews(reader, filings, overlay)).values()];
  const signOffs = await listSignOffsOf(
    reader,
    filings.map((filing) => filing.id),
  );
  const obstacles = await obstaclesOfAll(
    reader,
    views.filter(({ filing }) => filing.status === 'open' || filing.status === 'returned'),
  );
  const quarters = views.map((view) =>
    quarterToSign(view, { signOffs: signOffs.get(view.filing.id) ?? [], obstacles: obstacles.get(view.filing.id) ?? [], now }),
  );
  return {
    units: units.map(({ name, needsSignOff }) => ({ name, needsSignOff })),
    quarters: quarters.sort((a, b) => Number(a.isPractice) - Number(b.isPractice) || byDue(a, b)),
  };
}

/** @param of.obstacles none for what has left the unit */
function quarterToSign(
  { filing, hash }: FilingView,
  { signOffs, obstacles, now }: { signOffs: readonly SignOff[]; obstacles: readonly Obstacle[]; now: Date },
): QuarterToSign {
  const { id: filingId, unitName, year, quarter, dueOn, status, isPractice } = filing;
  const state = signatureState({ hash, signed: signOffs.map((one) => one.hash) });
  return {
    filingId,
    unitName,
    year,
    quarter,
    dueOn,
    daysLeft: daysLeft(dueOn, dayAt(now)),
    status,
    isPractice,
    state,
    signedAt: signOffs.find((one) => one.hash === hash)?.signedAt.toISOString() ?? null,
    unsettled: obstacles.filter((one) => one.kind !== 'sign_off').length,
  };
}

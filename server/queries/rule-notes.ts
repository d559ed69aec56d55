import {
  type ExplanationOwner,
  findFilings,
  getReports,
  listRuleNotes,
  listUnits,
  type Reader,
  type RuleNote,
  ruleNotesOf,
} from '@/db/store';
import { type Page, pageOf } from '@/server/domain/paging';
import { can } from '@/server/domain/permissions';
import { isFound, searchWords } from '@/server/domain/searched';
import { type Actor, notFound } from '@/server/views/access';
import { withNames } from '@/server/views/person-names';

/** A note beside the finding it was written on. */
export interface NoteOnRule {
  id: string;
  rule: string;
  text: string;
  writtenBy: string;
  writtenAt: string;
  answer: { text: string; by: string; at: string } | null;
}

/** A note as the office reads it, with the way to what it is about. */
export interface OfficeRuleNote extends NoteOnRule {
  unitName: string;
  year: number | null;
  /** Null for an annual report. */
  quarter: number | null;
  href: string | null;
}

/** A page of the notes, of those whose unit, rule or words were looked for. */
export interface RuleNoteList {
  notes: OfficeRuleNote[];
  page: Page;
  search: string;
  /** Without an answer, on all pages, whatever is looked for. */
  open: number;
}

/** Notes on the rules from every unit whose notes the person answers: those without an answer first. @throws Refused not_found */
export async function listOfficeRuleNotes(
  reader: Reader,
  actor: Actor,
  { search = '', page }: { search?: string | undefined; page?: number | undefined } = {},
): Promise<RuleNoteList> {
  const units = (await listUnits(reader)).filter(
    (unit) => can(actor.posts, 'rule.answer', { unitPath: unit.path, status: null }) === 'allowed',
  );
  if (units.length === 0) throw notFound();
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  const words = searchWords(search);
  const all = await listRuleNotes(reader, [...unitNames.keys()]);
  const found = all
    .filter((note) => isFound(words, `${unitNames.get(note.unitId)} ${note.rule} ${note.text}`))
    .sort((a, b) => Number(a.answerText !== null) - Number(b.answerText !== null));
  const { lines, at } = pageOf(found, page);
  const placeOf = await placesOf(reader, lines);
  const notes = await withNames(reader, (nameOf) =>
    lines.map((note): OfficeRuleNote => ({ ...asNote(note, nameOf), unitName: unitNames.get(note.unitId) ?? '', ...placeOf(note) })),
  );
  return { notes, page: at, search, open: all.filter((note) => note.answerText === null).length };
}

/** The notes written on one filing or report. */
export async function notesOn(reader: Reader, owner: ExplanationOwner, nameOf: (id: string | null) => string): Promise<NoteOnRule[]> {
  return (await ruleNotesOf(reader, owner)).map((note) => asNote(note, nameOf));
}

export function asNote(note: RuleNote, nameOf: (id: string | null) => string): NoteOnRule {
  const { id, rule, text, answerText, answeredBy, answeredAt } = note;
  return {
    id,
    rule,
    text,
    writtenBy: nameOf(note.writtenBy),
    writtenAt: note.writtenAt.toISOString(),
    answer: answerText === null ? null : { text: answerText, by: nameOf(answeredBy), at: answeredAt?.toISOString() ?? '' },
  };
}

type Place = Pick<OfficeRuleNote, 'year' | 'quarter' | 'href'>;

async function placesOf(reader: Reader, notes: readonly RuleNote[]): Promise<(note: RuleNote) => Place> {
  const idsOf = (type: RuleNote['ownerType']) => [...new Set(notes.flatMap((note) => (note.ownerType === type ? [note.ownerId] : [])))];
  const filings = await findFilings(reader, idsOf('filing'));
  const reports = await getReports(reader, idsOf('report'));
  return ({ ownerType, ownerId }) => {
    const filing = ownerType === 'filing' ? filings.get(ownerId) : undefined;
    if (filing) return { year: filing.year, quarter: filing.quarter, href: `/review/${filing.id}` };
    const report = ownerType === 'report' ? reports.get(ownerId) : undefined;
    return { year: report?.year ?? null, quarter: null, href: report ? `/reports/${report.unitId}/${report.year}/${report.scope}` : null };
  };
}

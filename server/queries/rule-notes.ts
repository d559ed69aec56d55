import {
  type ExplanationOwner,
  findFiling,
  getReport,
  listRuleNotes,
  listUnits,
  type Reader,
  type RuleNote,
  ruleNotesOf,
} from '@/db/store';
import { can } from '@/server/domain/permissions';
import { type Actor, notFound } from '@/server/views/access';
import { personNames } from '@/server/views/person-names';

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

/** Notes on the rules from every unit whose notes the person answers: those without an answer first. @throws Refused not_found */
export async function listOfficeRuleNotes(reader: Reader, actor: Actor): Promise<OfficeRuleNote[]> {
  const units = (await listUnits(reader)).filter(
    (unit) => can(actor.posts, 'rule.answer', { unitPath: unit.path, status: null }) === 'allowed',
  );
  if (units.length === 0) throw notFound();
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  const nameOf = await personNames(reader);
  const notes: OfficeRuleNote[] = [];
  for (const note of await listRuleNotes(reader, [...unitNames.keys()]))
    notes.push({ ...asNote(note, nameOf), unitName: unitNames.get(note.unitId) ?? '', ...(await placeOf(reader, note)) });
  return notes.sort((a, b) => Number(a.answer !== null) - Number(b.answer !== null));
}

/** The notes written on one filing or report. */
export async function notesOn(reader: Reader, owner: ExplanationOwner, nameOf: (id: string | null) => string): Promise<NoteOnRule[]> {
  return (await ruleNotesOf(reader, owner)).map((note) => asNote(note, nameOf));
}

function asNote(note: RuleNote, nameOf: (id: string | null) => string): NoteOnRule {
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

async function placeOf(reader: Reader, { ownerType, ownerId }: RuleNote): Promise<Pick<OfficeRuleNote, 'year' | 'quarter' | 'href'>> {
  if (ownerType === 'filing') {
    const filing = await findFiling(reader, ownerId);
    return { year: filing?.year ?? null, quarter: filing?.quarter ?? null, href: filing && `/review/${filing.id}` };
  }
  const report = await getReport(reader, ownerId);
  return { year: report?.year ?? null, quarter: null, href: report && `/reports/${report.unitId}/${report.year}/${report.scope}` };
}

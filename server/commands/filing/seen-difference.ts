import { type Filing, findFilingOf, latestEvents, listExplanations, type Reader } from '@/db/store';
import type { EventPayloads } from '@/server/domain/audit';
import { asPasted, type Figure, figureOfText, sameFigure } from '@/server/domain/figures';
import { type CellId, type Format, getCell } from '@/server/domain/formats';
import {
  type CellChange,
  type ContentSeen,
  contentDifference,
  type ExplanationSeen,
  explanationChanges,
  type SeenDifference,
  type Traced,
} from '@/server/domain/workflow';

const nobody: Traced = { by: null, at: null };
/** Changes of one filing since a page was shown; more than anybody makes in an hour. */
const maxEvents = 5_000;

/** What changed in a filing between two states of its content, each change with the newest act on that place in the event log. */
export async function tracedDifference(
  reader: Reader,
  filing: Filing,
  format: Format,
  states: { before: ContentSeen; after: ContentSeen },
): Promise<Omit<SeenDifference, 'explanations'>> {
  const difference = contentDifference(format, states.before, states.after);
  const acts = await actsOn(reader, filing.id);
  const previous = filing.quarter > 1 ? await findFilingOf(reader, filing.unitId, filing.year, filing.quarter - 1) : null;
  const earlier = previous ? await actsOn(reader, previous.id) : null;
  const authorOf = (change: CellChange): Traced => {
    const cell = getCell(format, change.cell);
    if (cell.addsUp === 'opening') return (cell.opensFrom && earlier?.cell(cell.opensFrom)?.who) || nobody;
    const act = acts.cell(change.cell);
    return act && madeIt(figureOfText(act.raw, cell).figure, change.after) ? act.who : nobody;
  };
  return {
    cells: difference.cells.map((change) => ({ ...change, ...authorOf(change) })),
    declared: difference.declared.map((change) => ({ ...change, ...(acts.declaration(change.section) ?? nobody) })),
    text: difference.text && { ...difference.text, ...(acts.text() ?? nobody) },
  };
}

/** Explanations that came or were countersigned since they were seen, with who did it. */
export async function explanationDifference(
  reader: Reader,
  filing: Filing,
  seen: readonly ExplanationSeen[],
): Promise<SeenDifference['explanations']> {
  const now = (await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id })).map((one) => ({
    ...one,
    isCountersigned: one.countersignedBy !== null,
  }));
  const changes = explanationChanges(seen, now);
  if (changes.length === 0) return [];
  const acts = await actsOn(reader, filing.id);
  return changes.map(({ explanation: { id, rule, text }, change }) => ({
    rule,
    text,
    change,
    ...(acts.explanation(id, change) ?? nobody),
  }));
}

/** A blank leaves the cell to what it counts as without a text. */
function madeIt(typed: Figure, now: Figure): boolean {
  return typed.state === 'not_filled' || sameFigure(typed, now);
}

/** The newest acts on the places of a filing. */
async function actsOn(reader: Reader, filingId: string) {
  const events = await latestEvents(reader, { objectType: 'filing', objectId: filingId, limit: maxEvents });
  const newest = <K extends keyof EventPayloads>(kinds: readonly K[], isIt: (payload: EventPayloads[K]) => boolean) => {
    const event = events.find((one) => kinds.some((kind) => kind === one.kind) && isIt(one.payload as EventPayloads[K]));
    return event ? { who: { by: event.actorName, at: event.at }, payload: event.payload as EventPayloads[K] } : null;
  };
  return {
    cell(cell: CellId) {
      const act = newest(['figure.saved'], (payload) => payload.cell === cell);
      return act && { who: act.who, raw: act.payload.pasted ? asPasted(act.payload.after) : act.payload.after };
    },
    text: () => newest(['text.saved'], () => true)?.who ?? null,
    declaration: (section: string) =>
      newest(['declaration.made', 'declaration.withdrawn', 'declaration.lapsed'], (payload) => payload.section === section)?.who ?? null,
    explanation: (id: string, change: 'written' | 'countersigned') =>
      newest([change === 'written' ? 'explanation.written' : 'exception.countersigned'], (payload) => payload.id === id)?.who ?? null,
  };
}

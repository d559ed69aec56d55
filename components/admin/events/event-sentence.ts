import type { EventKind, EventPayloads } from '@/server/domain/audit';
import { cellName, type Format, formatIds, getFormat, isIndicatorCell, isNoteKey, type ProseKey } from '@/server/domain/formats';
import type { Role } from '@/server/domain/permissions';
import { paragraphNumber, textAnchor } from '@/server/domain/workflow';
import type { EventNames, EventWords } from '../../messages/event-words';
import type { Messages } from '../../messages/zh';
import { changeInWords } from './change-in-words';

/**
 * An event of the log as a sentence for a person.
 *
 * @param names today's names of units and people by id
 */
export function eventSentence(event: { kind: EventKind; payload: unknown }, messages: Messages, names: Record<string, string>): string {
  return say(event.kind, event.payload as EventPayloads[typeof event.kind], messages.audit.events, namesIn(messages, names));
}

/** Kind and payload belong together by the contract of the log; the compiler cannot follow it through a union. */
function say<K extends EventKind>(kind: K, payload: EventPayloads[K], words: EventWords, names: EventNames): string {
  return words[kind](payload, names);
}

function namesIn(messages: Messages, names: Record<string, string>): EventNames {
  const { common, audit, report } = messages;
  return {
    nameOf: (id) => (id === null ? '' : (names[id] ?? id)),
    cell: (id) => labelOfCell(id, messages),
    anchor: (anchor) => {
      const paragraph = paragraphNumber(anchor);
      if (paragraph !== null) return audit.paragraph(paragraph);
      return anchor === textAnchor ? audit.contribution : labelOfCell(anchor, messages);
    },
    role: (role) => common.roles[role as Role] ?? role,
    // An act that this version does not know reads as its id.
    act: (act) => (Object.hasOwn(audit.acts, act) ? audit.acts[act as keyof Messages['audit']['acts']] : act),
    text: (key) => (key === 'contribution' ? audit.contribution : (report.textLabels[key as ProseKey] ?? key)),
    change: (before, after) => changeInWords(before, after, messages),
  };
}

/** The printed name of a cell, or of the note below a table, which was saved like a remark once; ids are stable over formats, so the newest format that has it tells. An indicator is told by its key: its name may change. */
function labelOfCell(id: string, { report, office }: Messages): string {
  if (isNoteKey(id)) return report.textLabels[id];
  if (isIndicatorCell(id)) return `${office.indicators.title} ${id}`;
  for (const format of allFormats()) {
    const cell = format.cells.get(id);
    if (cell) return cellName(cell);
  }
  return id;
}

function allFormats(): Format[] {
  return [...formatIds].sort((a, b) => (a < b ? 1 : -1)).flatMap((id) => [getFormat(id, 'other_three'), getFormat(id, 'other_single')]);
}

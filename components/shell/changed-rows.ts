import { type Figure, printFigure } from '@/server/domain/figures';
import { cellName, type Format } from '@/server/domain/formats';
import type { SeenDifference, Traced } from '@/server/domain/workflow';
import type { EveryPageMessages } from '../messages/zh';
import { changedPart } from '../ui/changed-part';

/** What a text looks like around a change: what is the same is shortened to the words next to it. */
export interface ChangedWords {
  head: string;
  part: string;
  tail: string;
}

export interface ChangedRow extends Traced {
  key: string;
  place: string;
  before: string | ChangedWords;
  after: string | ChangedWords;
}

/** So many characters of what is the same are shown on either side of a change. */
const shownAround = 16;

/** A difference as the lines of a table. `format` may be older than the difference: a local indicator may be new to the page, or gone. */
export function changedRows(
  { cells, declared, text, explanations }: SeenDifference,
  format: Format,
  { seen: words, clerk: { sections } }: EveryPageMessages,
): ChangedRow[] {
  const declaration = (isDeclared: boolean) => (isDeclared ? words.isDeclared : words.notDeclared);
  const shown = (figure: Figure, id: string) => printFigure(figure, format.cells.get(id) ?? { quantity: 'count' }) || words.blank;
  const place = (id: string) => {
    const cell = format.cells.get(id);
    return cell ? cellName(cell) : id.startsWith('x.') ? `${sections.x} ${id.slice('x.'.length)}` : id;
  };
  return [
    ...declared.map(({ section, isDeclared, by, at }) => ({
      key: `declared ${section}`,
      place: `${sections[section]} ${words.declared}`,
      before: declaration(!isDeclared),
      after: declaration(isDeclared),
      by,
      at,
    })),
    ...cells.map(({ cell, before, after, by, at }) => ({
      key: cell,
      place: place(cell),
      before: shown(before, cell),
      after: shown(after, cell),
      by,
      at,
    })),
    ...(text ? [{ key: 'text', place: words.text, ...textSides(text, words.blank), by: text.by, at: text.at }] : []),
    ...explanations.map(({ rule, text: said, change, by, at }, index) => ({
      key: `explanation ${index}`,
      place: change === 'written' ? words.explanation(rule) : words.exceptionSigned(rule),
      before: '',
      after: said,
      by,
      at,
    })),
  ];
}

function textSides({ before, after }: { before: string; after: string }, blank: string): Pick<ChangedRow, 'before' | 'after'> {
  const { head, tail, ...parts } = changedPart(before, after);
  const around = { head: shortened(head, 'end'), tail: shortened(tail, 'start') };
  return {
    before: before === '' ? blank : { ...around, part: parts.before },
    after: after === '' ? blank : { ...around, part: parts.after },
  };
}

/** @param kept the end next to the change */
function shortened(text: string, kept: 'start' | 'end'): string {
  const letters = [...text];
  if (letters.length <= shownAround) return text;
  return kept === 'end' ? `…${letters.slice(-shownAround).join('')}` : `${letters.slice(0, shownAround).join('')}…`;
}

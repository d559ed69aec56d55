'use client';

import { type ReactNode, useId } from 'react';
import type { CellId } from '@/server/domain/formats';
import type { WorkbookChoice, WorkbookNote, WorkbookPlan, WorkbookProblem } from '@/server/domain/workbook';
import { useWritingMessages } from '../messages/writing-words';
import { bodyCell, ListTable } from '../ui/list-table';
import { Notice } from '../ui/notice';

export interface PlanViewProps {
  plan: WorkbookPlan;
  choice: WorkbookChoice;
  onChoice: (choice: WorkbookChoice) => void;
}

/** What bringing a workbook in would do, the loudest first: what stops it, what is to be decided, what would be written. */
export function PlanView({ plan, choice, onChoice }: PlanViewProps) {
  const { workbook } = useWritingMessages();
  const sets = plan.changes.filter(({ kind }) => kind === 'set');
  const clears = plan.changes.filter(({ kind }) => kind === 'clear');
  return (
    <div className="flex flex-col gap-4">
      {plan.problems.length > 0 && (
        <Notice tone="wrong" isAlert title={workbook.problems(plan.problems.length)}>
          <ul className="ml-5 list-disc">
            {plan.problems.map((problem) => (
              <li key={`${problem.sheet}!${problem.at}!${problem.name}`}>
                <ProblemLine problem={problem} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {plan.conflicts.length > 0 && (
        <Part title={workbook.conflicts(plan.conflicts.length)}>
          <ConflictTable plan={plan} takes={choice.takes} onTakes={(takes) => onChoice({ ...choice, takes })} />
        </Part>
      )}
      {clears.length > 0 && (
        <Part title={workbook.clears(clears.length)}>
          <label className="inline-flex items-center gap-2 pb-2 text-body">
            <input
              type="checkbox"
              className="size-4"
              checked={choice.clears}
              onChange={(event) => onChoice({ ...choice, clears: event.target.checked })}
            />
            {workbook.clearAct(clears.length)}
          </label>
          <ChangeTable caption={workbook.clears(clears.length)} changes={clears} />
        </Part>
      )}
      {plan.notes.length > 0 && (
        <Notice tone="confirm" title={workbook.notes}>
          <ul className="ml-5 list-disc">
            {plan.notes.map((note) => (
              <li key={noteKey(note)}>
                <NoteLine note={note} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {sets.length > 0 && (
        <Part title={workbook.changes(sets.length)}>
          <ChangeTable caption={workbook.changes(sets.length)} changes={sets} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="pb-1 text-body font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function ChangeTable({ caption, changes }: { caption: string; changes: WorkbookPlan['changes'] }) {
  const { workbook } = useWritingMessages();
  const { heads } = workbook;
  return (
    <div className="max-h-[26rem] overflow-y-auto">
      <ListTable caption={caption} heads={[heads.place, heads.cell, heads.now, heads.after]}>
        {changes.map(({ cell, name, sheet, at, before, after }) => (
          <tr key={cell}>
            <td className={`${bodyCell} whitespace-nowrap text-muted`}>{workbook.place(sheet, at)}</td>
            <td className={bodyCell}>{name}</td>
            <Figure text={before} isOld />
            <Figure text={after} />
          </tr>
        ))}
      </ListTable>
    </div>
  );
}

function Figure({ text, isOld = false }: { text: string; isOld?: boolean }) {
  const { workbook } = useWritingMessages();
  const look = text === '' ? 'text-muted' : isOld ? '' : 'font-semibold';
  return <td className={`${bodyCell} font-serif tabular-nums ${look}`}>{text === '' ? workbook.blank : text}</td>;
}

function ConflictTable({ plan, takes, onTakes }: { plan: WorkbookPlan; takes: readonly CellId[]; onTakes: (takes: CellId[]) => void }) {
  const { workbook } = useWritingMessages();
  const { heads } = workbook;
  const id = useId();
  return (
    <ListTable
      caption={workbook.conflicts(plan.conflicts.length)}
      heads={[heads.place, heads.cell, heads.was, heads.now, heads.after, heads.choice]}
    >
      {plan.conflicts.map(({ cell, name, sheet, at, was, now, after }) => (
        <tr key={cell}>
          <td className={`${bodyCell} whitespace-nowrap text-muted`}>{workbook.place(sheet, at)}</td>
          <td className={bodyCell}>{name}</td>
          <Figure text={was} isOld />
          <Figure text={now} />
          <Figure text={after} />
          <td className={bodyCell}>
            <fieldset className="flex flex-wrap gap-x-4">
              <legend className="sr-only">{workbook.choiceOf(name)}</legend>
              {[false, true].map((isTaken) => (
                <label key={String(isTaken)} className="inline-flex min-h-7 items-center gap-1.5 whitespace-nowrap">
                  <input
                    type="radio"
                    name={`${id} ${cell}`}
                    className="size-4"
                    checked={takes.includes(cell) === isTaken}
                    onChange={() => onTakes(isTaken ? [...takes, cell] : takes.filter((one) => one !== cell))}
                  />
                  {isTaken ? workbook.take : workbook.keep}
                </label>
              ))}
            </fieldset>
          </td>
        </tr>
      ))}
    </ListTable>
  );
}

function ProblemLine({ problem: { sheet, at, name, what } }: { problem: WorkbookProblem }) {
  const { workbook } = useWritingMessages();
  const place = sheet === null ? '' : at === null ? sheet : workbook.place(sheet, at);
  return (
    <>
      {place && <strong className="font-semibold">{place} </strong>}
      {name && `${name}　`}
      <WhatIsWrong what={what} />
    </>
  );
}

function WhatIsWrong({ what }: { what: WorkbookProblem['what'] }) {
  const { workbook, clerk } = useWritingMessages();
  const { problem } = workbook;
  switch (what.kind) {
    case 'unreadable':
      return (
        <>
          {problem.says(what.text)}
          {clerk.reasons[what.reason]}
          {what.suggestion !== null && problem.suggestion(what.suggestion)}
        </>
      );
    case 'error_value':
    case 'date':
    case 'boolean':
      return problem[what.kind](what.text);
    case 'twice':
    case 'two_tables':
      return problem[what.kind](what.places);
    case 'no_value':
    case 'missing':
    case 'no_table':
    case 'unknown_cell':
      return problem[what.kind];
    default:
      return what satisfies never;
  }
}

function NoteLine({ note }: { note: WorkbookNote }) {
  const { workbook } = useWritingMessages();
  if (note.kind === 'declaration') return workbook.note.declaration(note.section);
  const said = note.kind === 'formula' ? workbook.note.formula(note.formula, note.text) : workbook.note[note.kind](note.text, note.now);
  return (
    <>
      <strong className="font-semibold">{workbook.place(note.sheet, note.at)} </strong>
      {note.name}　{said}
    </>
  );
}

function noteKey(note: WorkbookNote): string {
  return note.kind === 'declaration' ? `declaration ${note.section}` : `${note.kind} ${note.cell}`;
}

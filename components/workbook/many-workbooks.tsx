'use client';

import { Fragment, useState } from 'react';
import { writesOf } from '@/server/domain/workbook/plan-choice';
import type { BoardQuarter } from '@/server/queries/board';
import { FileDrop } from '../checks/file-drop';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useDownload } from '../shell/use-download';
import { Breadcrumb } from '../ui/breadcrumb';
import { Button, buttonClass } from '../ui/button';
import { Icon } from '../ui/icon';
import { bodyCell, ListTable } from '../ui/list-table';
import { Notice } from '../ui/notice';
import { PageHead, Sheet } from '../ui/page';
import { PlanView } from './plan-view';
import { type ReturnedFile, type Standing, standingOf } from './returned-file';
import { useReturnedFiles } from './use-returned-files';

/** The workbooks of all units: out in one zip, and back many at once after a look at what each would change. */
export function ManyWorkbooks({
  year,
  quarters,
  mayBringIn,
}: {
  year: number | null;
  quarters: readonly BoardQuarter[];
  mayBringIn: boolean;
}) {
  const { common, workbook } = useWritingMessages();
  const { many } = workbook;
  return (
    <>
      <Breadcrumb places={[{ words: common.nav.board, href: year === null ? '/board' : `/board?year=${year}` }]} />
      <PageHead title={many.title} context={year === null ? null : many.context(year)} />
      <div className="flex flex-col gap-4">
        <Sheet title={workbook.out}>
          <TakeOut year={year} quarters={quarters.filter(({ isOpen }) => isOpen)} />
        </Sheet>
        <Sheet title={workbook.in}>{mayBringIn ? <BringIn /> : <p className="text-body text-muted">{many.onlyOut}</p>}</Sheet>
      </div>
    </>
  );
}

function TakeOut({ year, quarters }: { year: number | null; quarters: readonly BoardQuarter[] }) {
  const { workbook, common } = useWritingMessages();
  const { many } = workbook;
  const { working, answer, onClick } = useDownload();
  if (year === null || quarters.length === 0) return <p className="text-body text-muted">{many.notOpen}</p>;
  return (
    <>
      <p className="pb-3 text-body leading-6">{many.outHint}</p>
      <div className="flex flex-wrap gap-3">
        {quarters.map(({ quarter, of, done }) => {
          const words = many.outAct(common.quarter(quarter));
          return of === done ? (
            <span key={quarter} className="inline-flex min-h-9 items-center text-body text-muted">
              {many.outNone(common.quarter(quarter))}
            </span>
          ) : (
            <a
              key={quarter}
              download
              href={`/files/workbooks/${year}/${quarter}.zip`}
              aria-disabled={working !== null}
              onClick={(event) => onClick(event, words)}
              className={buttonClass('plain')}
            >
              ↓ {words}
            </a>
          );
        })}
      </div>
      <ActAnswer answer={answer} working={working} className="mt-3 empty:mt-0" />
    </>
  );
}

function BringIn() {
  const { workbook } = useWritingMessages();
  const { many } = workbook;
  const returned = useReturnedFiles();
  const { files, refusal, result, isWriting } = returned;
  const ready = files.filter((one) => standingOf(one, files) === 'ready');
  const cells = ready.reduce((sum, { preview, choice }) => sum + (preview ? writesOf(preview.plan, choice).length : 0), 0);
  return (
    <div className="flex flex-col gap-4">
      <FileDrop
        label={many.file}
        isMain={files.length === 0}
        isMany
        kind={{ accept: '.xlsx,.zip', words: many.kind }}
        fileName={null}
        onFile={(file) => void returned.add(file)}
        onRemove={() => undefined}
      />
      {files.length === 0 && <p className="text-body text-muted">{many.empty}</p>}
      {refusal && (
        <Notice tone="wrong" isAlert>
          {refusal}
        </Notice>
      )}
      {files.length > 0 && (
        <ListTable caption={many.table} heads={many.heads}>
          {files.map((one) => (
            <FileRow
              key={one.id}
              one={one}
              standing={standingOf(one, files)}
              isBusy={isWriting}
              onChoice={(choice) => returned.choose(one.id, choice)}
              onRemove={() => returned.remove(one.id)}
            />
          ))}
        </ListTable>
      )}
      {ready.length > 0 && (
        <div>
          <Button look="primary" disabled={isWriting} onClick={() => void returned.bringIn()}>
            {many.act(ready.length, cells)}
          </Button>
        </div>
      )}
      <ActAnswer answer={result === null ? null : { tone: 'done', text: result }} working={isWriting ? workbook.writing : null} />
    </div>
  );
}

interface FileRowProps {
  one: ReturnedFile;
  standing: Standing;
  isBusy: boolean;
  onChoice: (choice: ReturnedFile['choice']) => void;
  onRemove: () => void;
}

function FileRow({ one, standing, isBusy, onChoice, onRemove }: FileRowProps) {
  const { workbook, common } = useWritingMessages();
  const { many } = workbook;
  const [isOpen, setIsOpen] = useState(false);
  const { preview, choice } = one;
  const plan = preview?.plan;
  const undecided = plan ? plan.conflicts.length + plan.changes.filter(({ kind }) => kind === 'clear').length : 0;
  const of = preview ? many.of(preview.unitName, common.period(preview.year, preview.quarter)) : '';
  const words: Record<Standing, string> = {
    ...{ waiting: many.waiting, reading: many.reading, writing: many.writing, ready: many.ready, nothing: many.nothing },
    ...{ problems: many.hasProblems, twice: many.twice, refused: one.why ?? '', done: many.done(one.written) },
  };
  const isBad = standing === 'refused' || standing === 'problems' || standing === 'twice';
  return (
    <Fragment>
      <tr>
        <th scope="row" className={`${bodyCell} font-normal break-all`}>
          {one.name}
        </th>
        <td className={bodyCell}>{of}</td>
        <td className={`${bodyCell} tabular-nums`}>{plan ? writesOf(plan, choice).length : ''}</td>
        <td className={`${bodyCell} tabular-nums`}>{plan ? undecided : ''}</td>
        <td className={`${bodyCell} tabular-nums`}>{plan ? plan.problems.length : ''}</td>
        <td className={`${bodyCell} ${isBad ? 'text-wrong' : standing === 'done' ? 'text-done' : ''}`}>
          {isBad && <Icon name="wrong" className="mr-1" />}
          {standing === 'done' && <Icon name="done" className="mr-1" />}
          {words[standing]}
        </td>
        <td className={`${bodyCell} whitespace-nowrap`}>
          {plan && standing !== 'done' && (
            <Button look="quiet" isSmall aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {isOpen ? many.hide : many.look}
              <span className="sr-only"> {one.name}</span>
            </Button>
          )}
          <Button look="quiet" isSmall disabled={isBusy} onClick={onRemove}>
            {many.remove}
            <span className="sr-only"> {one.name}</span>
          </Button>
        </td>
      </tr>
      {isOpen && plan && standing !== 'done' && (
        <tr>
          <td colSpan={many.heads.length} className={`${bodyCell} bg-desk`}>
            <PlanView plan={plan} choice={choice} onChoice={onChoice} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

'use client';

import { useMemo } from 'react';
import { printFigure } from '@/server/domain/figures';
import { type CellId, type Format, getCell, type TextKey, textKeys } from '@/server/domain/formats';
import { titleLines } from '@/server/domain/report/title-lines';
import type { TextPlace } from '@/server/domain/subject';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import type { CellMarks } from '../../statutory-table/cell-mark';
import { StatutoryTable } from '../../statutory-table/statutory-table';
import { ChapterAids } from '../material/chapter-aids';
import { CarriedParagraphs } from '../text/carried-paragraphs';
import { ReadTalk } from '../text/read-talk';
import { ReadText } from '../text/read-text';
import { TextEditor } from '../text/text-editor';
import { RestatedOpenings } from './restated-openings';
import { TableNotes } from './table-notes';
import { toldFigures } from './told-figures';

/** The six chapters in order, on paper. Every figure opens its source. */
export function ReportPaper({
  page,
  format,
  marks,
  place,
  onTrace,
}: {
  page: ReportPage;
  format: Format;
  marks: CellMarks;
  place: TextPlace | null;
  onTrace: (cell: CellId) => void;
}) {
  const { report } = useWritingMessages();
  const figures = useMemo(
    () => Object.fromEntries(Object.entries(toldFigures(page)).map(([id, figure]) => [id, printFigure(figure, getCell(format, id))])),
    [page, format],
  );
  const mayEdit = page.verdicts['report.edit'] === 'allowed';
  const maySuggest = page.verdicts['report.suggest'] === 'allowed';
  const drawText = (key: TextKey) => {
    const stored = page.texts[key] ?? { text: '', version: 0, printed: '' };
    return mayEdit || maySuggest ? (
      <TextEditor page={page} textKey={key} stored={stored} />
    ) : (
      <>
        <ReadText textKey={key} text={stored.printed} place={place?.text === key ? place : null} />
        <ReadTalk page={page} textKey={key} text={stored.text} />
      </>
    );
  };
  return (
    <article className="min-w-0 rounded border border-hairline bg-paper px-6 py-10 font-serif lg:px-10">
      <div className="mx-auto flex max-w-form flex-col gap-5">
        <h2 className="pb-3 text-center text-title leading-10 font-bold">
          {titleLines(page.organ, page.year).map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </h2>
        {drawText('preamble')}
        <CarriedParagraphs page={page} textKey="preamble" />
        <p className="font-sans text-note text-muted">{report.figureHint}</p>
        {format.chapters.map((chapter) => {
          const text = textKeys.find((key) => key === chapter.key);
          return (
            <section key={chapter.key} aria-label={chapter.title} className="flex flex-col gap-3">
              <h3 className="text-head leading-8 font-bold">{chapter.title}</h3>
              {text
                ? drawText(text)
                : format.tables
                    .filter((layout) => layout.section === chapter.key)
                    .map((layout) => (
                      <div key={layout.id} className="flex flex-col gap-2">
                        <StatutoryTable
                          format={format}
                          layout={layout}
                          figures={figures}
                          marks={marks}
                          onCellClick={onTrace}
                          isHeadSticky
                        />
                        <RestatedOpenings page={page} format={format} layout={layout} />
                        <TableNotes page={page} format={format} layout={layout} figures={figures} place={place} />
                      </div>
                    ))}
              {text && <CarriedParagraphs page={page} textKey={text} />}
              {text && <ChapterAids page={page} format={format} textKey={text} />}
            </section>
          );
        })}
      </div>
    </article>
  );
}

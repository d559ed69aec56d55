'use client';

import { useMemo, useState } from 'react';
import { checks as checkPack, type Overlay, packWith, runChecks } from '@/server/domain/checks';
import type { Finding } from '@/server/domain/checks/check';
import { buildCheckReport } from '@/server/domain/checks/check-report';
import { checkReportHtml } from '@/server/domain/checks/check-report-html';
import type { CellId } from '@/server/domain/formats';
import { acceptPrevious, checkReport, damageOf, publishedSubject, type ReadReport } from '@/server/domain/reading';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { showCell } from '../statutory-table/show-cell';
import { Notice } from '../ui/notice';
import { Sheet } from '../ui/page';
import { CheckVerdict } from './check-verdict';
import { CheckedTables } from './checked-tables';
import { CheckedTexts, textElementId } from './checked-texts';
import { findingElementId } from './finding-item';
import { findingAt } from './finding-marks';
import { FindingsList } from './findings-list';
import { NotCheckable } from './not-checkable';
import { saveFile } from './save-file';

/** What the rules say of one report: verdict, findings, and the report itself with every place marked. */
export function CheckedReport({
  fileName,
  report,
  previous,
  overlay,
}: {
  fileName: string;
  report: ReadReport;
  previous: ReadReport | null;
  overlay: Overlay | null;
}) {
  const { checks } = useWritingMessages();
  const language = useLanguage();
  const [last, setChosen] = useState<Finding | null>(null);
  const answer = useMemo(() => (previous ? acceptPrevious(report.content, previous.content) : null), [report, previous]);
  const lastYear = previous && answer?.accepted ? previous.content : null;
  const run = useMemo(() => runChecks(publishedSubject(report, lastYear), { overlay }), [report, lastYear, overlay]);
  const damage = useMemo(() => damageOf(report), [report]);
  const { format, content } = report;
  // A finding of the file before this one is nobody's choice any more.
  const chosen = last && run.findings.includes(last) ? last : null;

  const show = (finding: Finding) => {
    setChosen(finding);
    if (finding.place) reveal(textElementId(finding.place.text, finding.place.start));
    else if (finding.cells[0]) showCell(finding.cells[0]);
  };
  const choose = (finding: Finding | undefined) => {
    if (!finding) return;
    setChosen(finding);
    // A folded hint is unfolded first.
    requestAnimationFrame(() => reveal(findingElementId(finding)));
  };
  const name = `${content.organ}${content.year}`;
  const saveJson = () =>
    saveFile(
      `${name}-findings.json`,
      `${JSON.stringify({ files: [{ file: fileName, ...checkReport(report, lastYear, { overlay }) }] }, null, 2)}\n`,
      'application/json',
    );
  const saveHtml = () =>
    saveFile(
      `${checks.reportFile(name)}.html`,
      checkReportHtml(
        buildCheckReport({
          content,
          format,
          run,
          damage,
          language,
          pack: overlay ? packWith(overlay) : checkPack,
          date: new Date().toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }),
          previous: lastYear ? `${lastYear.organ} ${lastYear.year}` : null,
        }),
      ),
      'text/html',
    );
  return (
    <>
      {answer && !answer.accepted && (
        <Notice tone="wrong" isAlert title={checks.previousRefused}>
          {answer.why[language]}
        </Notice>
      )}
      <CheckVerdict
        report={report}
        run={run}
        damage={damage}
        comparedWith={lastYear ? checks.previousUsed(lastYear.organ, lastYear.year) : checks.previousNone}
        warnings={answer?.accepted ? answer.warnings : []}
        onJson={saveJson}
        onHtml={saveHtml}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="lg:sticky lg:top-2 lg:max-h-[calc(100vh-1rem)] lg:overflow-y-auto">
          <Sheet title={checks.findingsTitle}>
            {run.findings.length === 0 && (
              <p className="text-body text-muted">
                {run.counts.not_checkable > 0 ? checks.noFindingsButUnknown(run.counts.not_checkable) : checks.noFindings}
              </p>
            )}
            <FindingsList findings={run.findings} format={format} onShow={show} chosen={chosen} />
            <NotCheckable run={run} />
          </Sheet>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CheckedTables
            format={format}
            figures={content.figures}
            findings={run.findings}
            chosen={chosen}
            onCell={(cell: CellId) => choose(findingAt(cell, run.findings))}
          />
          <CheckedTexts texts={content.texts} findings={run.findings} chosen={chosen} onChoose={choose} />
        </div>
      </div>
    </>
  );
}

function reveal(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}

'use client';

import { useMemo, useState } from 'react';
import type { OfficeRules } from '@/server/queries/office-rules';
import { useWritingMessages } from '../messages/writing-words';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { EmptyState, PageHead } from '../ui/page';
import { CheckedReport } from './checked-report';
import { FileDrop } from './file-drop';
import { FileProblems } from './file-problems';
import { overlayOf } from './overlay-of';
import { type ChosenReport, readReportFile } from './read-report-file';

/** A report JSON from anywhere, checked in the browser by the code that guards forms and editions. Nothing is sent. */
export function CheckDesk({ rules }: { rules: OfficeRules }) {
  const { checks } = useWritingMessages();
  const [report, setReport] = useState<ChosenReport | null>(null);
  const [previous, setPrevious] = useState<ChosenReport | null>(null);
  const read = useMemo(() => reportIn(report), [report]);
  const lastYear = useMemo(() => reportIn(previous), [previous]);
  const overlay = useMemo(() => overlayOf(rules), [rules]);
  return (
    <>
      <PageHead title={checks.checkTitle} context={checks.checkContext}>
        <Link href="/rules" className={buttonClass('plain')}>
          {checks.rulesLink}
        </Link>
      </PageHead>
      <div className="grid gap-4 pb-4 md:grid-cols-2">
        <FileDrop
          label={checks.thisReport}
          isMain
          fileName={report?.name ?? null}
          onFile={async (file) => setReport(await readReportFile(file))}
          onRemove={() => setReport(null)}
        />
        <FileDrop
          label={checks.lastReport}
          fileName={previous?.name ?? null}
          onFile={async (file) => setPrevious(await readReportFile(file))}
          onRemove={() => setPrevious(null)}
        />
      </div>
      <div className="flex flex-col gap-4">
        <FileProblems chosen={report} />
        <FileProblems chosen={previous} />
        {read && report ? (
          <CheckedReport fileName={report.name} report={read} previous={lastYear} overlay={overlay} />
        ) : (
          !report && <EmptyState title={checks.emptyTitle}>{checks.emptyHint}</EmptyState>
        )}
      </div>
    </>
  );
}

function reportIn(chosen: ChosenReport | null) {
  return chosen && typeof chosen.parsed === 'object' && chosen.parsed.ok ? chosen.parsed.value : null;
}

'use client';

import { useMemo, useState } from 'react';
import type { AdoptionUnit } from '@/server/queries/adoption';
import type { OfficeRules } from '@/server/queries/office-rules';
import { CheckedReport } from '../../checks/checked-report';
import { FileDrop } from '../../checks/file-drop';
import { FileProblems } from '../../checks/file-problems';
import { overlayOf } from '../../checks/overlay-of';
import { readReportText } from '../../checks/read-report-file';
import { useWritingMessages } from '../../messages/writing-words';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { EmptyState, PageHead } from '../../ui/page';
import { AdoptForm } from './adopt-form';

type Chosen = Awaited<ReturnType<typeof readReportText>>;

/** A published report is dropped, seen with its findings and its damage, and adopted; nothing is stored before that. */
export function AdoptDesk({ year, units, rules }: { year: number | null; units: readonly AdoptionUnit[]; rules: OfficeRules }) {
  const { adopt } = useWritingMessages();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const report = chosen && typeof chosen.parsed === 'object' && chosen.parsed.ok ? chosen.parsed.value : null;
  const overlay = useMemo(() => overlayOf(rules), [rules]);
  return (
    <>
      <PageHead title={adopt.title} context={adopt.context(year)}>
        <Link href={year === null ? '/reports' : `/reports?year=${year}`} className={buttonClass('quiet')}>
          ← {adopt.back}
        </Link>
      </PageHead>
      <div className="flex flex-col gap-4">
        <FileDrop
          label={adopt.file}
          isMain
          fileName={chosen?.name ?? null}
          onFile={async (file) => setChosen(await readReportText(file))}
          onRemove={() => setChosen(null)}
        />
        <FileProblems chosen={chosen} />
        {report && chosen ? (
          <>
            <AdoptForm key={chosen.text} year={year} units={units} report={report} file={chosen.name} json={chosen.text} />
            <CheckedReport fileName={chosen.name} report={report} previous={null} overlay={overlay} />
          </>
        ) : (
          !chosen && <EmptyState title={adopt.empty}>{adopt.emptyHint}</EmptyState>
        )}
      </div>
    </>
  );
}

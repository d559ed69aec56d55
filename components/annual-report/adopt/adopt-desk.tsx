'use client';

import { useMemo, useState } from 'react';
import type { ReadReport } from '@/server/domain/reading';
import type { UnitChoices } from '@/server/domain/units';
import type { OfficeRules } from '@/server/queries/office-rules';
import { CheckedReport } from '../../checks/checked-report';
import { FileDrop } from '../../checks/file-drop';
import { FileProblems } from '../../checks/file-problems';
import { overlayOf } from '../../checks/overlay-of';
import { readReportText } from '../../checks/read-report-file';
import { useWritingMessages } from '../../messages/writing-words';
import { newest } from '../../shell/newest';
import { Breadcrumb } from '../../ui/breadcrumb';
import { EmptyState, PageHead } from '../../ui/page';
import { AdoptForm } from './adopt-form';

type Chosen = Awaited<ReturnType<typeof readReportText>>;

/** A published report is dropped, seen with its findings and its damage, and adopted; nothing is stored before that. */
export function AdoptDesk({ year, choices, rules }: { year: number | null; choices: UnitChoices; rules: OfficeRules }) {
  const { adopt, report: reportWords } = useWritingMessages();
  const [begin] = useState(newest);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const report = chosen && reportOf(chosen);
  const overlay = useMemo(() => overlayOf(rules), [rules]);
  const read = async (file: File) => {
    const isNewest = begin();
    const text = await readReportText(file);
    if (isNewest()) setChosen(text);
  };
  const remove = () => {
    begin();
    setChosen(null);
  };
  return (
    <>
      <Breadcrumb places={[{ words: reportWords.listTitle, href: year === null ? '/reports' : `/reports?year=${year}` }]} />
      <PageHead title={adopt.title} context={adopt.context(year)} />
      <div className="flex flex-col gap-4">
        <FileDrop label={adopt.file} isMain fileName={chosen?.name ?? null} onFile={read} onRemove={remove} />
        <FileProblems chosen={chosen} />
        {report && chosen ? (
          <>
            <AdoptForm key={chosen.text} year={year} choices={choices} report={report} file={chosen.name} json={chosen.text} />
            <CheckedReport fileName={chosen.name} report={report} previous={null} overlay={overlay} />
          </>
        ) : (
          !chosen && <EmptyState title={adopt.empty}>{adopt.emptyHint}</EmptyState>
        )}
      </div>
    </>
  );
}

function reportOf({ parsed }: Pick<Chosen, 'parsed'>): ReadReport | null {
  return typeof parsed === 'object' && parsed.ok ? parsed.value : null;
}

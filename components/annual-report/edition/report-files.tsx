'use client';

import clsx from 'clsx';
import type { ExportKind } from '@/server/domain/report/export-kinds';
import type { ReportKey } from '@/server/domain/subject';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useDownload } from '../../shell/use-download';
import { buttonClass } from '../../ui/button';
import { fileAddress } from '../report-key';

/** The files of an edition or of the draft. */
export function ReportFiles({ of, edition, rows }: { of: ReportKey; edition: number | 'draft'; rows: readonly (readonly ExportKind[])[] }) {
  const { report } = useWritingMessages();
  const { working, answer, onClick } = useDownload();
  const name = edition === 'draft' ? report.draft : report.edition(edition);
  return (
    <>
      <div className="space-y-1.5 pt-1">
        {rows.map((kinds) => (
          <p key={kinds[0]} className="flex flex-wrap gap-1.5">
            {kinds.map((kind) => (
              <a
                key={kind}
                download
                aria-disabled={working !== null}
                onClick={(event) => onClick(event, report.download(report.fileKinds[kind], name))}
                href={fileAddress(of, edition, kind)}
                aria-label={report.download(report.fileKinds[kind], name)}
                className={clsx(buttonClass('plain', true), working && 'opacity-60')}
              >
                ↓ {report.fileKinds[kind]}
              </a>
            ))}
          </p>
        ))}
      </div>
      <ActAnswer answer={answer} working={working} className="pt-1.5 empty:pt-0" />
    </>
  );
}

'use client';

import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { editionSheetAddress } from '../../signing/sign-address';
import { Link } from '../../ui/link';
import { momentText } from '../../ui/moment';
import { Sheet } from '../../ui/page';
import { compareAddress, keyOf, reportFileRows } from '../report-key';
import { ReportFiles } from './report-files';

/** Editions with who, when and their number of content; and the files of each and of the draft. */
export function EditionsPanel({ page }: { page: ReportPage }) {
  const { report, signing, common, review } = useWritingMessages();
  const mayExport = page.verdicts['report.export'] === 'allowed';
  const last = Math.max(0, ...page.editions.map((edition) => edition.number));
  return (
    <Sheet title={report.editionsTitle}>
      {page.editions.length === 0 && <p className="pb-2 text-body text-muted">{report.noEditions}</p>}
      <ul className="divide-y divide-hairline">
        {page.editions.map((edition) => (
          <li key={edition.number} className="py-2 text-body leading-6">
            <p className="font-medium">
              {report.edition(edition.number)}
              {edition.origin === 'imported' && report.imported}
            </p>
            <p className="text-note text-muted">
              {report.editionBy(edition.finalisedBy, momentText(edition.finalisedAt))} · {report.hash(edition.hash.slice(0, 12))}
            </p>
            {edition.corrects && (
              <p className="text-note leading-5">
                {signing.edition.corrects(edition.corrects.edition)}
                {edition.corrects.slips.length > 0 &&
                  `${review.colon}${edition.corrects.slips.map((slip) => signing.edition.slip(slip.unitName, slip.year, slip.number)).join(common.listComma)}`}
                {edition.corrects.reason && <span className="block">{report.correctionOf(edition.corrects.reason)}</span>}
              </p>
            )}
            {edition.signatures.length > 0 && (
              <p className="text-note leading-5 text-muted">
                {edition.signatures.map((one) => common.inBrackets(one.name, one.signedBy)).join(common.listComma)}
              </p>
            )}
            <p className="flex flex-wrap gap-x-4">
              <Link
                href={editionSheetAddress(page, edition.number)}
                className="inline-block min-h-6 text-note text-act underline underline-offset-4"
              >
                {signing.edition.sheet}
              </Link>
              {edition.number > 1 && <CompareLink page={page} from={edition.number - 1} to={edition.number} />}
            </p>
            {mayExport && <ReportFiles of={page} edition={edition.number} rows={reportFileRows} />}
          </li>
        ))}
        {mayExport && (
          <li className="py-2 text-body leading-6">
            <p className="font-medium">{report.draft}</p>
            <p className="text-note text-muted">{report.draftHint}</p>
            {last > 0 && <CompareLink page={page} from={last} to="draft" />}
            <ReportFiles of={page} edition="draft" rows={reportFileRows} />
          </li>
        )}
      </ul>
    </Sheet>
  );
}

function CompareLink({ page, from, to }: { page: ReportPage; from: number; to: number | 'draft' }) {
  const { report } = useWritingMessages();
  return (
    <Link href={compareAddress(keyOf(page), from, to)} className="inline-block min-h-6 text-note text-act underline underline-offset-4">
      {report.compare.link(report.edition(from))}
    </Link>
  );
}

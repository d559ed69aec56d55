'use client';

import type { Answers } from '@/server/api/root';
import { getFormat } from '@/server/domain/formats';
import { ComparedText } from '../annual-report/text/compared-text';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Badge } from '../ui/notice';
import { ChangedCells } from './difference-view';
import { usePartNames } from './use-part-names';

const maxCells = 8;

/** What moves, report by report; signatures first, because somebody has to be asked again. */
export function ImpactView({ impacts }: { impacts: Answers['slip']['impact'] }) {
  const { signing } = useWritingMessages();
  const moved = impacts.filter((one) => !one.isNothing);
  if (moved.length === 0) return <p className="text-note text-muted">{signing.impact.none}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {moved.map((one) => (
        <li key={`${one.unitId} ${one.year} ${one.scope}`}>
          <OneImpact impact={one} />
        </li>
      ))}
    </ul>
  );
}

function OneImpact({ impact }: { impact: Answers['slip']['impact'][number] }) {
  const { signing, report, common } = useWritingMessages();
  const words = signing.impact;
  const language = useLanguage();
  const partNames = usePartNames(getFormat(impact.format, impact.rowVariant));
  return (
    <div className="flex flex-col gap-1.5 text-body leading-6">
      <p className="font-medium">{words.report(impact.organ, impact.year, common.scopes[impact.scope])}</p>
      {impact.lapsed.length > 0 && (
        <div>
          <Badge tone="confirm">{words.lapsed(impact.lapsed.length)}</Badge>
          <ul className="pt-0.5">
            {impact.lapsed.map((one) => (
              <li key={one.step}>{words.lapsedLine(one.step, one.signedBy, partNames(one.moved))}</li>
            ))}
          </ul>
        </div>
      )}
      {impact.keptSignatures > 0 && <p className="text-muted">{words.kept(impact.keptSignatures)}</p>}
      {impact.cells.length > 0 && (
        <div>
          <p>{words.cells(impact.cells.length)}</p>
          <ChangedCells cells={impact.cells.slice(0, maxCells)} isToCome />
          {impact.cells.length > maxCells && <p className="text-muted">{words.more(impact.cells.length - maxCells)}</p>}
        </div>
      )}
      {impact.texts.length > 0 && (
        <div>
          <p>{words.texts(impact.texts.length)}</p>
          {impact.texts.map((text) => (
            <div key={text.key}>
              <p className="text-note text-muted">{report.textLabels[text.key]}</p>
              <ComparedText paragraphs={text.paragraphs.filter((paragraph) => paragraph.change !== 'same')} />
            </div>
          ))}
        </div>
      )}
      {impact.appeared.length > 0 && (
        <div>
          <p>{words.appeared(impact.appeared.length)}</p>
          <ul className="list-disc pl-5">
            {impact.appeared.map((finding) => (
              <li key={`${finding.rule} ${finding.message.zh}`}>{finding.message[language]}</li>
            ))}
          </ul>
        </div>
      )}
      {impact.gone.length > 0 && <p>{words.gone(impact.gone.length)}</p>}
      {impact.lapsedReasons.length > 0 && <p>{words.lapsedReasons(impact.lapsedReasons.length)}</p>}
    </div>
  );
}

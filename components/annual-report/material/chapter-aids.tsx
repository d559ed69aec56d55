'use client';

import { useMemo, useState } from 'react';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import { measureRepetition } from '@/server/domain/checks/text-repetition';
import { inPercent, standardThresholds } from '@/server/domain/checks/thresholds';
import type { Format, TextKey } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { firstCharacters } from '../../ui/first-characters';
import { Icon } from '../../ui/icon';
import { showText } from '../text/show-text';
import { useMaterial } from './material-context';
import { Sources } from './sources';
import { StartingText } from './starting-text';
import { useTypedText } from './use-typed-text';
import { YearCompare } from './year-compare';

/** Under a chapter: how much of it is last year's, that text beside it, what the rules see in its words, whose sentences it holds. */
export function ChapterAids({ page, format, textKey }: { page: ReportPage; format: Format; textKey: TextKey }) {
  const { material, report } = useWritingMessages();
  const words = material.chapter;
  const most = page.repetitionShare;
  const { lastYear } = useMaterial();
  const stored = page.texts[textKey]?.text ?? '';
  const text = useTypedText(textKey, stored);
  const earlier = lastYear?.texts[textKey] ?? '';
  const repetition = useMemo(() => measureRepetition(text, earlier), [text, earlier]);
  const [isComparing, setIsComparing] = useState(false);
  const percent = Math.round(inPercent(repetition.share));
  const isHigh = repetition.share > most && repetition.compared >= standardThresholds.repetitionFloor;
  const mayEdit = page.verdicts['report.edit'] === 'allowed';
  return (
    <section
      aria-label={words.label(report.textLabels[textKey])}
      className="flex flex-col gap-1.5 font-sans text-note leading-5 print:hidden"
    >
      {mayEdit && textKey === '1' && <StartingText page={page} format={format} isEmpty={text.trim() === ''} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {lastYear === null ? (
          <span className="text-muted">{words.noLastYear}</span>
        ) : earlier.trim() === '' ? (
          <span className="text-muted">{words.lastYearEmpty}</span>
        ) : (
          <>
            {text.trim() !== '' && (
              <span className={isHigh ? 'font-medium text-confirm' : 'text-muted'}>
                {isHigh && <Icon name="confirm" className="mr-1" />}
                {isHigh ? words.repetitionHigh(percent, inPercent(most)) : words.repetition(percent)}
              </span>
            )}
            <Button isSmall look="quiet" aria-expanded={isComparing} onClick={() => setIsComparing(!isComparing)}>
              {isComparing ? words.closeCompare : words.compare}
            </Button>
          </>
        )}
        <TextFindings page={page} textKey={textKey} />
      </div>
      {isComparing && lastYear && (
        <YearCompare
          year={page.year}
          text={text}
          repetition={repetition}
          most={most}
          lastYear={{ year: lastYear.year, edition: lastYear.edition, text: earlier }}
        />
      )}
      <Sources text={text} />
    </section>
  );
}

/** What the rules see in the words of a chapter: last year's year, misprints, copies, numbers that disagree. */
function TextFindings({ page, textKey }: { page: ReportPage; textKey: TextKey }) {
  const { material } = useWritingMessages();
  const language = useLanguage();
  const found = page.findings.filter((finding) => finding.place?.text === textKey);
  if (found.length === 0) return null;
  return (
    <details className="min-w-0">
      <summary className="min-h-6 cursor-pointer text-act">{material.chapter.findings(found.length)}</summary>
      <ul className="flex flex-col gap-1 pt-1">
        {found.map((finding) => (
          <li key={findingKey(finding)} className="flex flex-wrap items-baseline gap-x-2">
            <span>{finding.message[language]}</span>
            {finding.place && (
              <Button look="place" className="max-w-full truncate" lang="zh-CN" onClick={() => finding.place && showText(finding.place)}>
                “{firstCharacters(finding.place.snippet, 30)}”
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

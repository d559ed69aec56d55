'use client';

import clsx from 'clsx';
import { useMemo } from 'react';
import { type TextKey, textKeys } from '@/server/domain/formats';
import { type Covered, coverageOf, type TopicId, type Treatment, topicOf } from '@/server/domain/narrative/topics';
import type { Texts } from '@/server/domain/subject';
import type { ReportPage } from '@/server/queries/report';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icon-lines';
import { showText } from '../text/show-text';
import { useMaterial } from './material-context';

const marks: Record<Treatment, { sign: IconName; tone: string }> = {
  treated: { sign: 'done', tone: 'text-done' },
  partly: { sign: 'filling', tone: 'text-confirm' },
  missing: { sign: 'not_started', tone: 'text-confirm' },
};

/** What chapters 一, 五 and 六 must treat: each leads to its words, or to asking units for it. */
export function CoverageMap({ page, onAsk }: { page: ReportPage; onAsk: ((topic: TopicId) => void) | null }) {
  const { material, report } = useWritingMessages();
  const words = material.panel;
  const { texts, organ } = page;
  const covered = useMemo(
    () => coverageOf(organ, Object.fromEntries(Object.entries(texts).map(([key, stored]) => [key, stored?.text ?? ''])) as Texts),
    [texts, organ],
  );
  const chapters = textKeys.filter((key) => covered.some((one) => topicOf(one.topic).text === key));
  return (
    <div className="flex flex-col gap-2">
      {chapters.map((chapter: TextKey) => (
        <div key={chapter}>
          <h3 className="text-note leading-6 text-muted">{report.textLabels[chapter]}</h3>
          <ul>
            {covered
              .filter((one) => topicOf(one.topic).text === chapter)
              .map((one) => (
                <TopicLine key={one.topic} covered={one} onAsk={onAsk} />
              ))}
          </ul>
        </div>
      ))}
      <p className="text-note leading-5 text-muted">{words.coverageHint}</p>
    </div>
  );
}

function TopicLine({
  covered: { topic, treatment, place, isWanted },
  onAsk,
}: {
  covered: Covered;
  onAsk: ((topic: TopicId) => void) | null;
}) {
  const words = useWritingMessages().material.panel;
  const language = useLanguage();
  const name = topicOf(topic)[language];
  const pieces = useMaterial().pieces[topic] ?? 0;
  const isMissing = treatment === 'missing';
  const state = isMissing && !isWanted ? words.notWanted : words.treatments[treatment];
  return (
    <li className="flex min-h-7 items-center gap-2 text-body leading-6">
      <span aria-hidden="true" className={clsx('w-4 text-center', isMissing && !isWanted ? 'text-muted' : marks[treatment].tone)}>
        {isMissing && !isWanted ? '–' : <Icon name={marks[treatment].sign} />}
      </span>
      {place ? (
        <Button look="way" aria-label={words.go(name)} onClick={() => showText(place)}>
          {name}
        </Button>
      ) : (
        <span>{name}</span>
      )}
      <span className={clsx('text-note', treatment === 'treated' ? 'sr-only' : 'text-muted')}>{state}</span>
      {pieces > 0 && <span className="text-note whitespace-nowrap text-done">{words.pieces(pieces)}</span>}
      {onAsk && treatment !== 'treated' && isWanted && (
        <Button isSmall look="quiet" className="ml-auto" aria-label={words.askFor(name)} onClick={() => onAsk(topic)}>
          {words.ask}
        </Button>
      )}
    </li>
  );
}

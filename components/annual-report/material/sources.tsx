'use client';

import { standingIn } from '@/server/domain/contributions';
import { topicOf } from '@/server/domain/narrative/topics';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { useMaterial } from './material-context';

/** Whose sentences stand in a text, by unit and topic. */
export function Sources({ text }: { text: string }) {
  const { material, report } = useWritingMessages();
  const words = material.chapter;
  const language = useLanguage();
  const used = useMaterial().standing.flatMap((line) => {
    const standing = standingIn(line.sentence ?? '', text);
    return standing === 'absent' ? [] : [{ line, standing }];
  });
  if (used.length === 0) return null;
  return (
    <p className="text-muted">
      {words.sources}
      {used
        .map(({ line, standing }) =>
          words.source(line.unitName, `${topicOf(line.topic)[language]}${standing === 'edited' ? ` · ${words.edited}` : ''}`),
        )
        .join(report.comma)}
    </p>
  );
}

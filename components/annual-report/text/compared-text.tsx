'use client';

import clsx from 'clsx';
import type { ComparedParagraph } from '@/server/domain/report/blackline/compare-texts';
import { useWritingMessages } from '../../messages/writing-words';

/** A text against an earlier one, paragraph by paragraph. */
export function ComparedText({ paragraphs, isLarge = false }: { paragraphs: readonly ComparedParagraph[]; isLarge?: boolean }) {
  return (
    <div lang="zh-CN" className={clsx('flex flex-col gap-2 font-serif', isLarge ? 'text-head leading-8' : 'text-body leading-7')}>
      {numbered(paragraphs).map(([number, paragraph]) => (
        <Paragraph key={number} paragraph={paragraph} />
      ))}
    </div>
  );
}

/** Paragraphs have no name but their place; the list is drawn once. */
function numbered<T>(items: readonly T[]): [number, T][] {
  return items.map((item, index) => [index, item]);
}

/** Taken out is struck through, put in is underlined; both are said to whoever does not see them. */
function Paragraph({ paragraph }: { paragraph: ComparedParagraph }) {
  const { report } = useWritingMessages();
  let at = 0;
  return (
    <p className={paragraph.change === 'same' ? 'text-muted' : undefined}>
      {paragraph.parts.map(({ change, text }) => {
        const key = at;
        at += text.length;
        if (change === 'same') return <span key={key}>{text}</span>;
        const Tag = change === 'added' ? 'ins' : 'del';
        return (
          <Tag
            key={key}
            className={
              change === 'added' ? 'bg-act-soft text-act underline decoration-2 underline-offset-4' : 'bg-desk text-muted line-through'
            }
          >
            <span className="sr-only">{change === 'added' ? report.compare.added : report.compare.removed}</span>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}

'use client';

import type { SignableDifference } from '@/server/domain/signing';
import { ComparedText } from '../annual-report/text/compared-text';
import { useWritingMessages } from '../messages/writing-words';

/** Figures before and after, texts with what went out and came in, lines of everything else. */
export function DifferenceView({ difference: { cells, texts, lists } }: { difference: SignableDifference }) {
  const { signing: words, report } = useWritingMessages();
  return (
    <div className="flex flex-col gap-3">
      {cells.length > 0 && <ChangedCells cells={cells} />}
      {texts.map((text) => (
        <section key={text.key} aria-label={report.textLabels[text.key]}>
          <h3 className="text-body font-semibold">{report.textLabels[text.key]}</h3>
          <ComparedText paragraphs={text.paragraphs.filter((paragraph) => paragraph.change !== 'same')} />
        </section>
      ))}
      {lists.map(({ part, gone, come }) => (
        <section key={part} aria-label={words.parts[part]}>
          <h3 className="text-body font-semibold">{words.parts[part]}</h3>
          <ul lang="zh-CN" className="text-body leading-6">
            {gone.map((line) => (
              <li key={`gone ${line}`} className="text-muted">
                <span className="sr-only">{words.gone}</span>− <del>{line}</del>
              </li>
            ))}
            {come.map((line) => (
              <li key={`come ${line}`}>
                <span className="sr-only">{words.come}</span>+ {line}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** @param isToCome the change is only considered: the second column is what would be printed */
export function ChangedCells({ cells, isToCome = false }: { cells: SignableDifference['cells']; isToCome?: boolean }) {
  const { signing: words } = useWritingMessages();
  return (
    <table className="w-full text-body leading-6 tabular-nums">
      <thead>
        <tr className="border-b border-hairline text-left text-note text-muted">
          <th scope="col" className="font-normal">
            {words.cell}
          </th>
          <th scope="col" className="w-20 text-right font-normal">
            {isToCome ? words.now : words.was}
          </th>
          <th scope="col" className="w-20 text-right font-normal">
            {isToCome ? words.impact.afterwards : words.now}
          </th>
        </tr>
      </thead>
      <tbody lang="zh-CN">
        {cells.map((cell) => (
          <tr key={cell.cell} className="border-b border-hairline last:border-0">
            <th scope="row" className="py-0.5 text-left font-normal">
              {cell.name}
            </th>
            <td className="text-right text-muted">{cell.before || words.blank}</td>
            <td className="text-right font-semibold">{cell.after || words.blank}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

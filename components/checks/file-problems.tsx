'use client';

import type { Problem } from '@/server/domain/reading';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { denseCell, denseHeadCell } from '../ui/list-table';
import { Notice } from '../ui/notice';
import type { ChosenReport } from './read-report-file';

/** Why a file was not taken: every problem with where, what and how. Nothing when it was. */
export function FileProblems({ chosen }: { chosen: ChosenReport | null }) {
  const { checks } = useWritingMessages();
  const language = useLanguage();
  if (!chosen) return null;
  const { name, parsed, notice } = chosen;
  if (typeof parsed === 'string')
    return (
      <Notice tone="wrong" isAlert title={name}>
        {parsed === 'too_large' ? checks.tooLarge : checks.unreadable}
      </Notice>
    );
  if (parsed.ok)
    return notice ? (
      <Notice tone="confirm" title={name}>
        {notice[language]}
      </Notice>
    ) : null;
  return (
    <Notice tone="wrong" isAlert title={checks.problemsTitle(name, parsed.problems.length)}>
      <ProblemTable problems={parsed.problems} />
    </Notice>
  );
}

/** Problems one by one: where, what, how to mend it. */
export function ProblemTable({ problems }: { problems: readonly Problem[] }) {
  const { checks } = useWritingMessages();
  const language = useLanguage();
  return (
    <table className="mt-2 w-full border-collapse text-body">
      <thead>
        <tr>
          <th scope="col" className={denseHeadCell}>
            {checks.problemWhere}
          </th>
          <th scope="col" className={denseHeadCell}>
            {checks.problemWhat}
          </th>
          <th scope="col" className={denseHeadCell}>
            {checks.problemHow}
          </th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ where, what, how }) => (
          <tr key={`${where} ${what.zh}`}>
            <td className={`${denseCell} align-top font-mono text-note break-all`}>{where}</td>
            <td className={`${denseCell} align-top`}>{what[language]}</td>
            <td className={`${denseCell} align-top`}>{how[language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

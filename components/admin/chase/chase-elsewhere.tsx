'use client';

import { useState } from 'react';
import { chaseText } from '@/server/domain/notices/chase';
import { periodWords } from '@/server/domain/notices/notice-line';
import type { ChaseList } from '@/server/queries/chase';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { useDownload } from '../../shell/use-download';
import { Button, buttonClass } from '../../ui/button';
import { Sheet } from '../../ui/page';
import type { Tellable } from './tellable';

/** The list for where the office speaks to units outside this program: a group chat, the telephone. */
export function ChaseElsewhere({ list, picked }: { list: ChaseList; picked: readonly Tellable[] }) {
  const words = useWritingMessages().office.chase;
  // The last act is the one that is answered; what is said of a copy is true of the list that was copied.
  const [said, setSaid] = useState<Said | null>(null);
  const { working, onClick } = useDownload({ onAnswer: (answer) => setSaid(answer && { answer, copied: null }) });
  const [isShown, setIsShown] = useState(false);
  const units = picked.length > 0 ? picked : list.units;
  const text = chaseText(
    periodWords(`${list.year}Q${list.quarter}`).zh,
    list.today,
    units.map((unit) => ({ ...unit, clerks: unit.clerks.map(({ name }) => name) })),
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid({ answer: { tone: 'done', text: words.copied }, copied: text });
    } catch {
      setSaid({ answer: { tone: 'wrong', text: words.notCopied }, copied: text });
      setIsShown(true);
    }
  };
  return (
    <Sheet title={words.elsewhere}>
      <p className="pb-2 text-note leading-5 text-muted">{words.copyHint}</p>
      <div className="flex flex-wrap gap-2">
        <Button isSmall onClick={copy}>
          {words.copy}
        </Button>
        {(['overdue', 'all'] as const).map((which) => {
          const name = which === 'overdue' ? words.fileOverdue : words.fileAll;
          return (
            <a
              key={which}
              download
              href={`/files/chase/${list.year}/${list.quarter}/${which}.xlsx`}
              aria-disabled={working !== null}
              onClick={(event) => onClick(event, name)}
              className={buttonClass('plain', true)}
            >
              ↓ {name}
            </a>
          );
        })}
      </div>
      <ActAnswer answer={answerNow(said, text)} working={working} className="mt-2 empty:mt-0" />
      {isShown && (
        <textarea
          readOnly
          aria-label={words.copy}
          rows={6}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className="mt-2 w-full rounded border border-edge bg-paper px-2 py-1 text-note leading-5"
        />
      )}
    </Sheet>
  );
}

interface Said {
  answer: Answer;
  /** The list that a copy was made of; null: the answer is to a download. */
  copied: string | null;
}

/** What still holds of what was said, with this list on the screen. */
function answerNow(said: Said | null, text: string): Answer | null {
  return said && (said.copied === null || said.copied === text) ? said.answer : null;
}

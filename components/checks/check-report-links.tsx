'use client';

import clsx from 'clsx';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useDownload } from '../shell/use-download';
import { buttonClass } from '../ui/button';

/** The printed proof of a check, made by the server as things stand. */
export function CheckReportLinks({ of }: { of: `filing/${string}` | `report/${string}` }) {
  const { checks } = useWritingMessages();
  const { working, answer, onClick } = useDownload();
  const link = (kind: 'html' | 'docx', text: string) => (
    <a
      download
      href={`/files/check-reports/${of}.${kind}`}
      aria-disabled={working !== null}
      onClick={(event) => onClick(event, text)}
      className={clsx(buttonClass('plain', true), working && 'opacity-60')}
    >
      ↓ {text}
    </a>
  );
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {link('html', checks.reportHtml)}
      {link('docx', checks.reportWord)}
      <ActAnswer answer={answer} working={working} className="w-full empty:-mt-2" />
    </div>
  );
}

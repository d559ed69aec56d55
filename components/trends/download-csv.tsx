'use client';

import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useDownload } from '../shell/use-download';
import { buttonClass } from '../ui/button';

/** What is shown, as a list. */
export function DownloadCsv({ href, name }: { href: string; name: string }) {
  const { trends: words } = useWritingMessages();
  const { working, answer, onClick } = useDownload();
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 print:hidden">
      <ActAnswer answer={answer} working={working} />
      <a
        download
        href={href}
        aria-label={name}
        aria-disabled={working !== null}
        onClick={(event) => onClick(event, name)}
        className={buttonClass('plain', true)}
      >
        ↓ {words.download}
      </a>
    </div>
  );
}

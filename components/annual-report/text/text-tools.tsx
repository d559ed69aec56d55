'use client';

import { isNoteKey, type ProseKey } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { OpenBelow } from './text-dock';

/** What can be done with a text, above it; each button shows what is open below the text. */
export function TextTools({
  page,
  textKey,
  open,
  onOpen,
  isSuggesting,
  onSuggest,
}: {
  page: ReportPage;
  textKey: ProseKey;
  open: OpenBelow | null;
  onOpen: (next: OpenBelow | null) => void;
  isSuggesting: boolean;
  onSuggest: () => void;
}) {
  const { adjust, editor: words } = useWritingMessages();
  const mayWrite = page.verdicts['report.edit'] === 'allowed';
  const maySuggest = page.verdicts['report.suggest'] === 'allowed';
  const mayComment = page.verdicts['report.comment'] === 'allowed';
  const turn = (kind: 'insert' | 'comment' | 'versions') => onOpen(open?.kind === kind ? null : { kind });
  return (
    <div className="flex flex-wrap items-center gap-1 font-sans print:hidden">
      {isNoteKey(textKey) && <h4 className="pr-1 text-note font-semibold">{adjust.note}</h4>}
      <Button isSmall look="quiet" aria-expanded={open?.kind === 'insert'} onClick={() => turn('insert')}>
        <Icon name="add" />
        {words.insert}
      </Button>
      {mayComment && (
        <Button
          isSmall
          look="quiet"
          aria-expanded={open?.kind === 'comment'}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => turn('comment')}
        >
          {words.comment}
        </Button>
      )}
      {mayWrite && (
        <Button isSmall look="quiet" aria-expanded={open?.kind === 'versions'} onClick={() => turn('versions')}>
          {words.versions}
        </Button>
      )}
      {mayWrite && maySuggest && (
        <Button isSmall look="quiet" aria-pressed={isSuggesting} onClick={onSuggest}>
          {isSuggesting ? words.write : words.suggest}
        </Button>
      )}
      {isSuggesting && (
        <span className="ml-auto rounded border border-act/30 bg-act-soft px-1.5 text-note leading-6 text-act">
          {words.suggesting.title}
        </span>
      )}
    </div>
  );
}

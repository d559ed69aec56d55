'use client';

import clsx from 'clsx';
import { clockText } from '../filing-form/times';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { answerOf } from '../shell/answer';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import type { SlipDraft, SlipSaving } from './slip-saving';

/** What has become of the draft, in one line; where a colleague wrote it too, the choice. */
export function SlipSaveMark({ draft: { base, mark }, saving }: { draft: SlipDraft; saving: SlipSaving }) {
  const { slips } = useWritingMessages();
  const language = useLanguage();
  const { save } = slips;
  if (mark.kind === 'conflict')
    return (
      <Notice tone="confirm" title={save.conflict} isAlert>
        <p>{save.conflictHint(mark.theirs.changes.length)}</p>
        {mark.theirs.reason && <p className="my-1 border-l-2 border-hairline pl-2 whitespace-pre-wrap">{mark.theirs.reason}</p>}
        <div className="mt-1 flex flex-wrap gap-2">
          <Button isSmall onClick={() => saving.settle('mine')}>
            {save.mine}
          </Button>
          <Button isSmall onClick={() => saving.settle('theirs')}>
            {save.theirs}
          </Button>
        </div>
      </Notice>
    );
  const isTrouble = mark.kind === 'failed';
  const text = {
    nothing: base ? save.kept(base.number) : save.nothing,
    changed: save.changed,
    saving: save.saving,
    saved: save.saved(base?.number ?? 0, mark.kind === 'saved' ? clockText(mark.at.toISOString(), new Date()) : ''),
    failed: mark.kind === 'failed' ? save.failed(answerOf(mark.error, language).text) : '',
  }[mark.kind];
  return (
    <p role="status" className={clsx('text-note leading-5', isTrouble ? 'text-wrong' : 'text-muted')}>
      {mark.kind === 'saved' && <Icon name="done" className="mr-1" />}
      {isTrouble && <Icon name="wrong" className="mr-1" />}
      {text}
    </p>
  );
}

import type { FormFollowUp } from '@/server/queries/conversation';
import { useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { momentText } from '../../ui/moment';
import { Badge } from '../../ui/notice';
import { followUpSign } from '../entry/cell-words';

/** 待跟进: pressed while the mark stands. Whoever may not mark sees the mark only. */
export function FollowUpButton({
  mark,
  mayMark,
  isBusy,
  onToggle,
}: {
  mark: FormFollowUp | null;
  mayMark: boolean;
  isBusy: boolean;
  onToggle: () => void;
}) {
  const { talk } = useMessages();
  if (!mayMark) return mark && <Badge tone="act">{talk.followUp}</Badge>;
  return (
    <Button
      isSmall
      aria-pressed={mark !== null}
      aria-keyshortcuts="Alt+M"
      title={mark ? talk.marked(mark.markedBy, momentText(mark.markedAt)) : 'Alt+M'}
      aria-disabled={isBusy}
      onClick={isBusy ? undefined : onToggle}
      className={mark ? 'bg-act-soft' : undefined}
    >
      <span aria-hidden="true">{followUpSign}</span>
      {talk.followUp}
      {mark && <Icon name="done" />}
    </Button>
  );
}

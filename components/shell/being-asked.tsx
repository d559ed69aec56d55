'use client';

import { useLanguage, useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { answerOf } from './answer';

/** While something is asked of the server: that it comes, or why not, with a way to ask again. Nothing once it is there. */
export function BeingAsked({ query: { data, error, refetch } }: { query: { data: unknown; error: unknown; refetch: () => unknown } }) {
  const { common } = useMessages();
  const language = useLanguage();
  if (data !== undefined) return null;
  if (!error)
    return (
      <div role="status">
        <Skeleton lines={5} />
      </div>
    );
  return (
    <Notice tone="wrong" isAlert>
      {answerOf(error, language).text}{' '}
      <Button look="quiet" isSmall onClick={() => refetch()}>
        {common.retry}
      </Button>
    </Notice>
  );
}

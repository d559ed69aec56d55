'use client';

import { useDoorMessages } from '../messages/door-words';
import { ActAnswer } from '../shell/act-answer';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { useGoToProvider } from './use-go-to-provider';

/** To the office's own identity provider, which says who it is. */
export function ProviderButton({ name, to }: { name: string; to: string | null }) {
  const { doors } = useDoorMessages();
  const trpc = useTRPCClient();
  const { go, isGoing, answer } = useGoToProvider();
  return (
    <div className="mt-4 flex flex-col gap-4 border-t border-hairline pt-4">
      <ActAnswer answer={answer} className="empty:-mb-4" />
      <Button
        disabled={isGoing}
        onClick={() => void go(() => trpc.person.goToProvider.mutate(to === null ? undefined : { to: to + window.location.hash }))}
      >
        {doors.byProvider(name)}
      </Button>
    </div>
  );
}

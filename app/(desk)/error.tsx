'use client';

import { useEffect, useState } from 'react';
import { useMessages } from '@/components/messages/messages-provider';
import { isFromOlderProgram, reloadOnce } from '@/components/shell/newer-program';
import { whatFailed } from '@/components/shell/what-failed';
import { Button, buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { PageHead } from '@/components/ui/page';

/**
 * A page that failed inside. With a number it failed on the server, whose log has it; without one it failed in this browser, and
 * nothing is recorded anywhere. A page from before an upgrade loads itself anew.
 */
export default function DeskError({ error, retry }: { error: unknown; retry: () => void }) {
  const { common } = useMessages();
  const failed = whatFailed(error);
  const isOlder = isFromOlderProgram(error);
  const [isLoading, setIsLoading] = useState(isOlder);
  useEffect(() => {
    if (isOlder) setIsLoading(reloadOnce());
  }, [isOlder]);
  if (isLoading)
    return (
      <div role="status" className="mx-auto max-w-field pt-8">
        <PageHead title={common.newProgramTitle} context={common.newProgramHint} />
      </div>
    );
  return (
    <div role="alert" className="mx-auto max-w-field pt-8">
      <PageHead title={common.errorTitle} context={failed ? common.errorReasons[failed.reason] + common.errorHint : common.errorHintHere} />
      {failed && <p className="pb-4 text-body text-muted">{common.errorNumber(failed.number)}</p>}
      <div className="flex gap-2">
        <Button look="primary" onClick={isOlder ? () => window.location.reload() : retry}>
          {isOlder ? common.loadAnew : common.retry}
        </Button>
        <Link href="/" className={buttonClass('plain')}>
          {common.home}
        </Link>
      </div>
    </div>
  );
}

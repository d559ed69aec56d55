'use client';

import Link from 'next/link';
import { useMessages } from '@/components/messages/messages-provider';
import { Button, buttonClass } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page';

/** A page that failed inside. The number is the one in the server's log; the message itself stays there. */
export default function DeskError({ error, retry }: { error: unknown; retry: () => void }) {
  const { common } = useMessages();
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <div role="alert" className="mx-auto max-w-xl pt-8">
      <PageHead title={common.errorTitle} context={common.errorHint} />
      {digest && <p className="pb-4 text-[15px] text-muted">{common.errorNumber(digest)}</p>}
      <div className="flex gap-2">
        <Button look="primary" onClick={retry}>
          {common.retry}
        </Button>
        <Link href="/" className={buttonClass('plain')}>
          {common.home}
        </Link>
      </div>
    </div>
  );
}

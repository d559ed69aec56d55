'use client';

import { useMessages } from '../messages/messages-provider';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { PageHead } from '../ui/page';

/** Not there, or not this person's to see: one page for both, so that it tells nothing. */
export function NothingHere() {
  const { common } = useMessages();
  return (
    <div className="mx-auto max-w-field pt-8">
      <PageHead title={common.notFoundTitle} context={common.notFoundHint} />
      <Link href="/" className={buttonClass('primary')}>
        {common.home}
      </Link>
    </div>
  );
}

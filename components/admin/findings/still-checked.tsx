'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useWritingMessages } from '../../messages/writing-words';

const askEveryMs = 3_000;

/** Submissions that the server is looking at just now; the page asks again until there are none. */
export function StillChecked({ count }: { count: number }) {
  const { found: words } = useWritingMessages().office;
  const router = useRouter();
  useEffect(() => {
    const asking = setInterval(() => router.refresh(), askEveryMs);
    return () => clearInterval(asking);
  }, [router]);
  return (
    <span role="status" className="block text-[13px] leading-5 text-confirm">
      {words.left(count)}
    </span>
  );
}

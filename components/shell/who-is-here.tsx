'use client';

import { useMessages } from '../messages/messages-provider';
import { Link } from '../ui/link';
import type { Me } from './me';

/** The person, and the posts in whose name they act. */
export function WhoIsHere({ me }: { me: Me }) {
  const { common } = useMessages();
  const posts = me.posts.map((post) => `${post.unitName} · ${common.roles[post.role]}`);
  return (
    <p className="max-w-field px-1 text-right text-note leading-4 text-muted max-sm:px-0 max-sm:text-left">
      <Link
        href="/account"
        title={common.account}
        className="text-body leading-5 font-semibold text-ink underline decoration-hairline underline-offset-4 hover:text-act hover:decoration-act"
      >
        {me.name}
      </Link>
      {posts.length === 0 ? (
        <span className="block text-wrong">{common.noPost}</span>
      ) : (
        posts.map((post) => (
          <span key={post} className="block truncate">
            {post}
          </span>
        ))
      )}
    </p>
  );
}

'use client';

import { useEffect, useState } from 'react';
import type { ListedRule } from '@/server/domain/checks/rule-list';
import type { HeldPost } from '@/server/domain/permissions';
import type { FoundUnit } from '@/server/queries/find-units';
import { places } from '../shell/places';
import { useTRPCClient } from '../trpc-client';

/** The hand rests: a server is asked for words, not for each letter. */
const restMs = 150;
/** Whoever sees the board sees its units. */
const seesUnits: readonly string[] = places.find((place) => place.key === 'board')?.roles ?? [];

/** What only the server knows: the person's posts, the rules once something is asked for, units for those who see them. */
export function useAnswers(query: string) {
  const client = useTRPCClient();
  const [posts, setPosts] = useState<readonly HeldPost[]>([]);
  const [rules, setRules] = useState<readonly ListedRule[]>([]);
  const [found, setFound] = useState<{ query: string; units: readonly FoundUnit[] }>({ query: '', units: [] });
  const [hasFailed, setHasFailed] = useState(false);
  const isAsked = query !== '';
  const mayFindUnits = posts.some((post) => seesUnits.includes(post.role));

  useEffect(() => {
    client.person.me.query().then(
      (me) => setPosts(me?.posts ?? []),
      () => setHasFailed(true),
    );
  }, [client]);
  useEffect(() => {
    if (!isAsked) return;
    client.rules.list.query().then(
      (list) => setRules(list.rules),
      () => setHasFailed(true),
    );
  }, [client, isAsked]);
  useEffect(() => {
    if (!isAsked || !mayFindUnits) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const timer = setTimeout(() => {
      client.office.findUnits.query({ query }, { signal }).then(
        (units) => !signal.aborted && setFound({ query, units }),
        () => !signal.aborted && setHasFailed(true),
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [client, query, isAsked, mayFindUnits]);

  // What was found for other words is not what is asked for now.
  return { posts, rules, units: found.query === query ? found.units : [], hasFailed };
}

'use client';

import { useEffect, useState } from 'react';
import type { ListedRule } from '@/server/domain/checks/rule-list';
import type { HeldPost } from '@/server/domain/permissions';
import { useTRPCClient } from '../trpc-client';
import { type Answered, type AnsweredUnits, answersStand, askedAgain } from './answers';

/** The hand rests: a server is asked for words, not for each letter. */
const restMs = 150;

/** What only the server knows: the person's posts, the rules once something is asked for, units for those who see them. */
export function useAnswers(query: string) {
  const client = useTRPCClient();
  const [posts, setPosts] = useState<Answered<readonly HeldPost[]>>();
  const [rules, setRules] = useState<Answered<readonly ListedRule[]>>();
  const [units, setUnits] = useState<AnsweredUnits>({ query: '', units: [] });
  const stand = answersStand({ query, posts, rules, units });
  const { asksRules, asksUnits } = stand;

  // biome-ignore lint/correctness/useExhaustiveDependencies: with other words what failed is asked for again.
  useEffect(() => {
    setPosts(askedAgain);
    setRules(askedAgain);
  }, [query]);
  useEffect(() => {
    if (posts !== undefined) return;
    client.person.me.query().then(
      (me) => setPosts(me?.posts ?? []),
      () => setPosts(null),
    );
  }, [client, posts]);
  useEffect(() => {
    if (!asksRules) return;
    client.rules.list.query().then(
      (list) => setRules(list.rules),
      () => setRules(null),
    );
  }, [client, asksRules]);
  useEffect(() => {
    if (!asksUnits) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const timer = setTimeout(() => {
      client.office.findUnits.query({ query }, { signal }).then(
        (found) => !signal.aborted && setUnits({ query, units: found }),
        () => !signal.aborted && setUnits({ query, units: null }),
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [client, query, asksUnits]);

  return stand;
}

'use client';

import { useMemo } from 'react';
import { readText } from '@/server/domain/wire';
import { CheckPage, type CheckPageProps } from './check-page';

type Sent = 'form' | 'obstacles' | 'before';

/** The last look as it came with the page: in a text that says everything once. */
export function SentCheckPage({ sent, ...rest }: Omit<CheckPageProps, Sent> & { sent: string }) {
  const told = useMemo(() => readText(sent) as Pick<CheckPageProps, Sent>, [sent]);
  return <CheckPage {...told} {...rest} />;
}

'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { BackupStanding } from '@/server/queries/backups';
import { useWritingMessages } from '../../messages/writing-words';
import { Icon } from '../../ui/icon';
import { PageHead, Sheet } from '../../ui/page';
import { momentText } from '../moment-text';

/** How old and how good the last backup and the last drill are. */
export function BackupsView({ standing }: { standing: BackupStanding }) {
  const words = useWritingMessages().office.backups;
  const { newest, last, drill } = standing;
  return (
    <>
      <PageHead title={words.title} context={words.context} />
      <div className="grid gap-4 lg:grid-cols-2">
        <Sheet title={words.backup.title}>
          <State state={standing.state} {...words.backup} />
          <Facts>
            {newest && (
              <>
                <Fact name={words.newest}>
                  <Moment at={newest.madeAt} age={words.age(newest.ageMinutes)} />
                </Fact>
                <Fact name={words.holds}>{words.rows(newest.rows, newest.head.seq)}</Fact>
              </>
            )}
            {last && (
              <Fact name={words.tried}>
                {momentText(last.at)} · {last.ok ? words.done : words.notDone} · {words.seconds(last.seconds)}
              </Fact>
            )}
            <Fact name={words.every}>{words.everyMinutes(standing.everyMinutes)}</Fact>
            {standing.kept > 0 && <Fact name={words.kept}>{words.keptCount(standing.kept)}</Fact>}
          </Facts>
          {newest && (
            <p className="mt-3 text-note leading-5 text-muted">
              {words.head}
              <code className="block break-all">{newest.head.hash}</code>
            </p>
          )}
        </Sheet>
        <Sheet title={words.drill.title}>
          <State state={drill.state} {...words.drill} />
          {drill.last && (
            <Facts>
              <Fact name={words.at}>
                <Moment at={drill.last.at} age={words.age(drill.last.ageMinutes)} />
              </Fact>
              <Fact name={words.took}>{words.seconds(drill.last.seconds)}</Fact>
            </Facts>
          )}
        </Sheet>
      </div>
    </>
  );
}

interface StateWords<S extends string> {
  states: Record<S, string>;
  hints: Record<S, string>;
}

function State<S extends string>({ state, states, hints }: { state: S | 'fine' | 'failed' } & StateWords<S | 'fine' | 'failed'>) {
  const isBad = state === 'failed';
  const isFine = state === 'fine';
  return (
    <>
      <p className={clsx('text-body font-semibold', isBad ? 'text-wrong' : !isFine && 'text-confirm')}>
        <Icon name={isFine ? 'done' : isBad ? 'wrong' : 'confirm'} className="mr-1" />
        {states[state]}
      </p>
      {hints[state] && <p className="mt-1 text-body leading-6 text-muted">{hints[state]}</p>}
    </>
  );
}

function Facts({ children }: { children: ReactNode }) {
  return <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-body leading-6">{children}</dl>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Moment({ at, age }: { at: string; age: string }) {
  return (
    <>
      <strong className="font-semibold">{age}</strong> <span className="tabular-nums text-muted">{momentText(at)}</span>
    </>
  );
}

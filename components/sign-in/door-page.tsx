'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useDoorMessages } from '../messages/door-words';
import { DemonstrationRibbon } from '../shell/demonstration-ribbon';
import { LanguageSwitch } from '../shell/language-switch';
import { TextSizeSwitch } from '../shell/text-size-switch';
import { Sign } from '../ui/ring';

/** What a stranger may know: every published report bears both. */
export interface Office {
  /** Of the government whose report it is; empty before the first set-up. */
  name: string;
  /** The year under work; null while there is none. */
  year: number | null;
}

/**
 * The frame of all doors: what this is, at one sight, and whose; the door itself beside it, or below where there is little room.
 *
 * @param beside what stands below the words, and last where there is little room
 */
export function DoorPage({
  office,
  isDemonstration = false,
  beside,
  children,
}: {
  office: Office;
  isDemonstration?: boolean;
  beside?: ReactNode;
  children: ReactNode;
}) {
  const { common } = useDoorMessages();
  return (
    <>
      {isDemonstration && <DemonstrationRibbon />}
      <header className="mx-auto flex w-full max-w-desk flex-wrap items-center justify-end gap-x-4 px-5 py-2">
        <TextSizeSwitch />
        <LanguageSwitch />
      </header>
      <main
        className={clsx(
          'mx-auto grid w-full items-start lg:grid-rows-[auto_1fr] gap-x-8 gap-y-6 px-5 pb-8',
          isDemonstration ? 'max-w-desk lg:grid-cols-[24rem_minmax(0,1fr)]' : 'max-w-form lg:grid-cols-[minmax(0,1fr)_24rem] lg:pt-10',
        )}
      >
        <WhatThisIs office={office} name={common.appName} />
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">{children}</div>
        {beside}
      </main>
    </>
  );
}

function WhatThisIs({ office, name }: { office: Office; name: string }) {
  const { common, doors } = useDoorMessages();
  return (
    <section aria-label={name} className="rounded bg-act px-6 py-6 text-white lg:px-8 lg:py-8">
      <p className="flex items-center gap-3 font-serif text-title leading-8 font-bold tracking-wide">
        <Sign className="size-10" />
        {name}
      </p>
      {office.name !== '' && (
        <p lang="zh-CN" className="pt-6 font-serif text-title leading-9 font-bold">
          {office.name}
        </p>
      )}
      <p className={clsx('text-head leading-7', office.name === '' && 'pt-6')}>
        {office.year === null ? common.product : doors.productOf(office.year)}
      </p>
      <p className="mt-5 border-t border-white/40 pt-4 text-body leading-6">{doors.purpose}</p>
      <ol aria-label={doors.wayTitle} className="flex flex-wrap items-center gap-y-1 pt-4 text-body leading-6">
        {doors.waySteps.map((step, index) => (
          <li key={step} className="flex items-center whitespace-nowrap">
            {index > 0 && (
              <span aria-hidden="true" className="px-1.5">
                →
              </span>
            )}
            {step}
          </li>
        ))}
      </ol>
    </section>
  );
}

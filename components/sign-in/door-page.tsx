'use client';

import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages-provider';

import { DemonstrationRibbon } from '../shell/demonstration-ribbon';
import { LanguageSwitch } from '../shell/language-switch';
import { TextSizeSwitch } from '../shell/text-size-switch';

/** What stands around the pages of those who are not signed in. */
export function DoorPage({ isDemonstration = false, children }: { isDemonstration?: boolean; children: ReactNode }) {
  const { common } = useMessages();
  return (
    <>
      {isDemonstration && <DemonstrationRibbon />}
      <header className="flex items-center justify-between gap-4 px-5 py-2">
        <p className="font-serif text-head font-bold tracking-wide text-act">
          {common.appName}
          <span className="ml-3 font-sans text-body font-normal tracking-normal text-muted">{common.product}</span>
        </p>
        <div className="flex flex-wrap justify-end">
          <TextSizeSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <main className="mx-auto w-full max-w-form px-5 py-5">{children}</main>
    </>
  );
}

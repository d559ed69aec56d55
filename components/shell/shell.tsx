'use client';

import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages-provider';
import { TrpcProvider } from '../trpc-client';
import { Button } from '../ui/button';
import { KeptOwner } from '../ui/kept-owner';
import { Link } from '../ui/link';
import { Notice } from '../ui/notice';
import { Sign } from '../ui/ring';
import { DemonstrationRibbon } from './demonstration-ribbon';
import { FailedTriesNotice } from './failed-tries-notice';
import { FindButton } from './find-button';
import { HelpLink } from './help-link';
import { LanguageSwitch } from './language-switch';
import type { Me } from './me';
import { NavLinks } from './nav-links';
import { NoticesLink } from './notices-link';
import { OfficeContact } from './office-contact';
import { SignOutButton } from './sign-out-button';
import { SmallMenu } from './small-menu';
import { TextSizeSwitch } from './text-size-switch';
import { usePersonHere } from './use-person-here';
import { WayOut } from './way-out';
import { WhoIsHere } from './who-is-here';

/** What stands around every page of somebody who is signed in; when somebody else is, the page is made anew for them, nothing of it is kept. None of it is printed but the ribbon. */
export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const { common } = useMessages();
  const { changedHands, forget } = usePersonHere(me);
  return (
    <KeptOwner value={me.userId}>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-1 focus:left-1 focus:z-50 focus:rounded focus:bg-paper focus:px-3 focus:py-2 focus:text-act print:hidden"
      >
        {common.skipToContent}
      </a>
      {me.isDemonstration && <DemonstrationRibbon />}
      <header className="border-b border-hairline bg-paper print:hidden">
        <div className="mx-auto flex max-w-desk flex-wrap items-stretch gap-x-4 px-5">
          <Link href="/" className="flex min-h-12 items-center gap-1.5 font-serif text-head font-bold tracking-wide text-act">
            <Sign className="size-6" />
            {common.appName}
          </Link>
          <SmallMenu waiting={me.unreadNotices + me.waitingSlips + me.waitingReports} isBelowRibbon={me.isDemonstration}>
            <NavLinks roles={me.posts.map((post) => post.role)} waiting={{ slips: me.waitingSlips, reports: me.waitingReports }} />
            <div className="ml-auto flex flex-wrap items-center gap-x-1 py-1 max-sm:ml-0">
              <NoticesLink unread={me.unreadNotices} />
              <WhoIsHere me={me} />
              <FindButton />
              <HelpLink />
              <TextSizeSwitch />
              <LanguageSwitch />
              <SignOutButton />
            </div>
          </SmallMenu>
        </div>
      </header>
      <WayOut />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-desk px-5 py-5 outline-none print:p-0">
        {changedHands && changedHands.fromId !== me.userId && (
          <Notice tone="wrong" isAlert className="mb-4">
            {common.changedHands(changedHands.from, me.name, changedHands.wasRefused)}
            <Button look="quiet" isSmall className="ml-2" onClick={forget}>
              {common.understood}
            </Button>
          </Notice>
        )}
        {me.failedTries && <FailedTriesNotice tries={me.failedTries} />}
        <TrpcProvider key={me.userId} personId={me.userId}>
          <OfficeContact value={me.contact}>{children}</OfficeContact>
        </TrpcProvider>
      </main>
      {me.contact !== '' && (
        <footer className="mx-auto w-full max-w-desk px-5 pb-4 text-note leading-6 text-muted print:hidden">
          {common.contact(me.contact)}
        </footer>
      )}
    </KeptOwner>
  );
}

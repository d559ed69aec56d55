'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { useMessages } from '../messages/messages-provider';
import { buttonClass } from '../ui/button';
import { isTyping } from '../ui/is-typing';
import { Link } from '../ui/link';

/** One tab for all of the help: what somebody is in the middle of stays where it is. */
const helpTab = 'nianbao-help';

/** Whoever goes on to another page in the tab of the help works there: it is no tab for the help any more. */
export function isHelp(path: string): boolean {
  return path === '/help' || path.startsWith('/help/');
}

/** To what is told of this page; F1 leads there from anywhere, `?` where it is no character somebody types. */
export function HelpLink() {
  const { common } = useMessages();
  const path = usePathname();
  const address = `/help?of=${path}`;
  useEffect(() => {
    if (window.name === helpTab && !isHelp(path)) window.name = '';
  }, [path]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
      const isMark = event.key === '?' || event.key === '？';
      if (event.key !== 'F1' && !(isMark && !isTyping(event.target) && !document.querySelector('[role="dialog"]'))) return;
      event.preventDefault();
      window.open(address, helpTab)?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [address]);
  return (
    <Link href={address} target={helpTab} title={common.helpTitle} className={buttonClass('quiet', true)}>
      {common.help}
    </Link>
  );
}

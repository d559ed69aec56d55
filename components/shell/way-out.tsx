'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import { Notice } from '../ui/notice';
import { isCutOff, isReachable } from './contact';

const refused = 'nianbao:cut-off';

/** Goes to another page of ours once the server has answered; without an answer the page stays, and `WayOut` says why. */
export function useWay(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href) => void isReachable().then((there) => (there ? router.push(href) : window.dispatchEvent(new Event(refused)))),
    [router],
  );
}

/** The way to one page. */
export function useWayTo(href: string): () => void {
  const go = useWay();
  return useCallback(() => go(href), [go, href]);
}

/**
 * Keeps a page that cannot be left for another one: where the server is out of reach the browser would put its own error page in the
 * place of what somebody is working on. Every link of the page is watched while the network is known to be down.
 */
export function WayOut() {
  const { common } = useMessages();
  const [isHeld, setIsHeld] = useState(false);
  const onClick = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const leaves = link && link.origin === location.origin && !link.getAttribute('href')?.startsWith('#');
    if (!leaves || link.target || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || !isCutOff()) return;
    event.preventDefault();
    event.stopPropagation();
    // The network may be back unnoticed: then the same click goes its usual way.
    void isReachable().then((there) => {
      setIsHeld(!there);
      if (there) link.click();
    });
  });
  useEffect(() => {
    const hold = () => setIsHeld(true);
    const release = () => setIsHeld(false);
    document.addEventListener('click', onClick, true);
    window.addEventListener(refused, hold);
    window.addEventListener('online', release);
    return () => {
      document.removeEventListener('click', onClick, true);
      window.removeEventListener(refused, hold);
      window.removeEventListener('online', release);
    };
  }, []);
  if (!isHeld) return null;
  return (
    <div className="px-5 pt-3 print:hidden">
      <Notice tone="confirm" isAlert>
        {common.cutOff}
      </Notice>
    </div>
  );
}

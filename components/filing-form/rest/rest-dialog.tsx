'use client';

import { type ComponentType, useEffect } from 'react';
import type { SectionKey } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import { Dialog } from '../../ui/dialog';
import { restKit } from './late-rest';
import type { RestPreviewProps } from './rest-preview';

/** 其余填 0 that was asked for, and what shows it. */
export interface AskedRest {
  /** Null: the whole form. */
  section: SectionKey | null;
  Preview: ComponentType<RestPreviewProps>;
}

/** The form stands first. */
const restMs = 500;

export function RestDialog({
  asked,
  onClose,
  onWritten,
}: {
  asked: AskedRest | null;
  onClose: () => void;
  onWritten: (count: number) => void;
}) {
  const { rest, sections } = useMessages().clerk;
  useEffect(() => {
    // It must open without a network too.
    const timer = setTimeout(restKit.preload, restMs);
    return () => clearTimeout(timer);
  }, []);
  const title = rest.title(asked?.section ? sections[asked.section] : null);
  return (
    <Dialog isOpen={asked !== null} onClose={onClose} title={title}>
      {asked && <asked.Preview section={asked.section} onClose={onClose} onWritten={onWritten} />}
    </Dialog>
  );
}

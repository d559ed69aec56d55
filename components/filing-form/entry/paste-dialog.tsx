'use client';

import type { ComponentType } from 'react';
import { useMessages } from '../../messages/messages-provider';
import { Dialog } from '../../ui/dialog';
import type { PastePlan } from '../paste/plan-paste';
import type { PictureOf } from './paste-picture';
import type { PastePreview } from './paste-preview';

/** A paste that has to be looked at first, the table it is for, and what shows it: loaded with what planned it. */
export interface AskedPaste {
  plan: PastePlan;
  picture: PictureOf;
  Preview: ComponentType<Parameters<typeof PastePreview>[0]>;
}

export function PasteDialog({
  asked,
  onClose,
  onPasted,
}: {
  asked: AskedPaste | null;
  onClose: () => void;
  onPasted: (count: number) => void;
}) {
  const { paste } = useMessages().clerk;
  return (
    <Dialog isOpen={asked !== null} onClose={onClose} title={paste.title} isWide>
      {asked && <asked.Preview plan={asked.plan} picture={asked.picture} onClose={onClose} onPasted={onPasted} />}
    </Dialog>
  );
}

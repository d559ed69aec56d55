'use client';

import { useDeferredValue, useEffect, useState } from 'react';
import type { TextKey } from '@/server/domain/formats';
import { textElementId } from '../show-text';

/** A chapter's text as it is being typed, a moment behind the keys; once saved, as it is stored. */
export function useTypedText(textKey: TextKey, stored: string): string {
  const [typed, setTyped] = useState<{ over: string; text: string } | null>(null);
  useEffect(() => {
    const listen = ({ target }: Event) => {
      if (target instanceof HTMLTextAreaElement && target.id === textElementId(textKey)) setTyped({ over: stored, text: target.value });
    };
    document.addEventListener('input', listen);
    return () => document.removeEventListener('input', listen);
  }, [textKey, stored]);
  return useDeferredValue(typed?.over === stored ? typed.text : stored);
}

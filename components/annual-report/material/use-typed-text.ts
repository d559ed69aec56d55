'use client';

import { useDeferredValue, useEffect, useState } from 'react';
import type { TextKey } from '@/server/domain/formats';
import { onTyped } from '../text/typed-text';

/** A chapter's text as it is being typed, a moment behind the keys; once saved, as it is stored. */
export function useTypedText(textKey: TextKey, stored: string): string {
  const [typed, setTyped] = useState<{ over: string; text: string } | null>(null);
  useEffect(() => onTyped(textKey, (text) => setTyped({ over: stored, text })), [textKey, stored]);
  return useDeferredValue(typed?.over === stored ? typed.text : stored);
}

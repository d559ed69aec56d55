import type { ProseKey } from '@/server/domain/formats';

interface Typed {
  key: ProseKey;
  text: string;
}

const event = 'nianbao:typed';

/** Tells the page what a text reads while it is typed, a moment behind the keys. */
export function publishTyped(typed: Typed): void {
  document.dispatchEvent(new CustomEvent<Typed>(event, { detail: typed }));
}

/** @returns what stops listening */
export function onTyped(key: ProseKey, take: (text: string) => void): () => void {
  const listen = (told: Event) => {
    const { detail } = told as CustomEvent<Typed>;
    if (detail.key === key) take(detail.text);
  };
  document.addEventListener(event, listen);
  return () => document.removeEventListener(event, listen);
}

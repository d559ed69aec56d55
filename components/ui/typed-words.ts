/** What words are written in. Not a search, which is asked again in a moment, nor a password, which nobody wants to find again. */
const written = [
  'textarea',
  ...['text', 'number', 'date', 'email', 'tel', 'url'].map((type) => `input[type="${type}"]`),
  'input:not([type])',
].join(', ');

type Written = HTMLInputElement | HTMLTextAreaElement;

/**
 * Watches what is typed within a part of the page. What stood in a field counts from when somebody came to it: a value that the page
 * itself puts there later is not theirs.
 */
export function watchTyped(part: HTMLElement) {
  const before = new Map<Written, string>();
  const note = ({ target }: Event) => {
    if (target instanceof Element && target.matches(written) && !before.has(target as Written))
      before.set(target as Written, (target as Written).value);
  };
  part.addEventListener('focusin', note);
  part.addEventListener('beforeinput', note);
  return {
    /** The first field whose words would be lost with this part: not those taken back, those that stand there no more, nor those kept elsewhere. */
    firstLost: (isKept: (text: string) => boolean): HTMLElement | null =>
      [...before].find(([field, was]) => part.contains(field) && field.value !== was && !isKept(field.value))?.[0] ?? null,
    stop: () => {
      part.removeEventListener('focusin', note);
      part.removeEventListener('beforeinput', note);
    },
  };
}

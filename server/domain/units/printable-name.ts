/**
 * What no printed name has in it: controls, marks of direction and other characters that are not seen, characters without a meaning of
 * their own (private use, not assigned), and pictures.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Extended_Pictographic}\p{Regional_Indicator}]|[\u115f\u1160\u2800\u3164\uffa0]/u;
/** Signs that fonts of every office have, though they may also be drawn as pictures. */
const signs = /[©®™]/gu;

/** The first character of a name that cannot be printed, as `😀（U+1F600）`; null: it can be printed. */
export function unprintableIn(name: string): string | null {
  const found = unprintable.exec(name.replace(signs, ''))?.[0];
  if (found === undefined) return null;
  const point = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /\p{Extended_Pictographic}/u.test(found) ? `${found}（${point}）` : point;
}

/** Longest telephone number, with an extension or a second one behind it. */
export const maxTelephone = 40;

/**
 * A telephone number as somebody wrote it, spaces put together and full-width signs made plain; empty: none.
 *
 * @returns null where it is none: other signs, or fewer than three digits
 */
export function readTelephone(text: string): string | null {
  const number = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (number === '') return '';
  const isNumber = /^[0-9+\-() /,、;转#*]+$/u.test(number) && (number.match(/[0-9]/g)?.length ?? 0) >= 3;
  return isNumber && number.length <= maxTelephone ? number : null;
}

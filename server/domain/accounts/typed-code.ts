/** The letters of a recovery code: Crockford's base 32, without those that are read as another. */
export const recoveryAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits: nobody finds one out of its hash. */
export const recoveryLength = 16;
/** How many a person is given at once. */
export const recoveryCount = 10;

/** What somebody typed as their second factor. */
export type TypedCode = { kind: 'time'; digits: string } | { kind: 'recovery'; code: string };

/**
 * Reads a code as people type it: with blanks and strokes between, in small letters, with the wide digits of a Chinese input method, O for 0.
 * Null: it can be neither.
 *
 * `483 921` is a time code, `7kqd-m2xa-93fr-t6we` a recovery code.
 */
export function readTypedCode(text: string): TypedCode | null {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  if (/^\d{6}$/.test(typed)) return { kind: 'time', digits: typed };
  const code = typed.replace(/O/g, '0').replace(/[IL]/g, '1');
  const isRecovery = code.length === recoveryLength && [...code].every((letter) => recoveryAlphabet.includes(letter));
  return isRecovery ? { kind: 'recovery', code } : null;
}

/** As it is shown: `7KQD-M2XA-93FR-T6WE`. */
export function writeRecoveryCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

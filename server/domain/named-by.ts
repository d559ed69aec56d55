/** The words of what somebody looks for; a blank or a comma, of either width, stands between two. */
export function askedWords(query: string): string[] {
  return query
    .toLowerCase()
    .split(/[\s,，]+/)
    .filter(Boolean);
}

/** Whether a name holds every word, by its characters or by the initials of their pinyin (`bnxs` finds 本年新收). */
export function isNamedBy(name: string, words: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return words.every((word) => lower.includes(word) || (isLatin.test(word) && pinyinInitials(name).includes(word)));
}

const isLatin = /^[a-z0-9]+$/;

/** The first character, in the order of pinyin, of each initial. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫匝';
const initials = 'abcdefghjklmnopqrstwxyz';
const byPinyin = new Intl.Collator('zh-u-co-pinyin');
/** Comparing by pinyin is slow, and an office's names share their characters. */
const known = new Map<string, string>();

/** 本年新收 → bnxs. Of a character with several readings it is the usual one; others are left out. */
export function pinyinInitials(text: string): string {
  let said = '';
  for (const character of text) {
    if (/[a-z0-9]/i.test(character)) said += character.toLowerCase();
    else if (/\p{Script=Han}/u.test(character)) said += initialOf(character);
  }
  return said;
}

function initialOf(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  let at = 0;
  while (at + 1 < firsts.length && byPinyin.compare(firsts.charAt(at + 1), character) <= 0) at += 1;
  known.set(character, initials.charAt(at));
  return initials.charAt(at);
}

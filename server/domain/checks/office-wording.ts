import { type Phrase, phraseRule } from '../narrative/rules/phrase-rule';
import type { Check } from './check';
import type { Overlay } from './overlay/overlay';
import { standardThresholds } from './thresholds';

/** What the office itself has set for the words of its reports, in the app. */
export interface OfficeWording {
  /** Above this share a text counts as last year's again; null: the deployment's, or the standard. */
  repetitionShare: number | null;
  /** Slips of this office: names of leaders, of units, of platforms. Each as it was found, and as it is meant. */
  words: readonly LocalWord[];
}

export interface LocalWord {
  wrong: string;
  right: string;
}

export const noWording: OfficeWording = { repetitionShare: null, words: [] };

export const maxLocalWords = 500;
export const maxWordCharacters = 40;
/** A single character stands in too many words to be a slip by itself. */
export const minWordCharacters = 2;

/** The rule of the office's own words; it is no rule of the pack. */
export const localWordsRule = 'c-words';

/** The rules as this office runs them: the deployment's overlay with the office's wording behind it. Null when both change nothing. */
export function withWording(overlay: Overlay | null, wording: OfficeWording): Overlay | null {
  const { repetitionShare, words } = wording;
  if (repetitionShare === null && words.length === 0) return overlay;
  const base: Overlay = overlay ?? { version: '', text: '', switchedOff: {}, thresholds: standardThresholds, added: [] };
  return {
    ...base,
    version: [base.version, ...(words.length > 0 ? [`words-${words.length}`] : [])].filter(Boolean).join('+') || 'office',
    thresholds: { ...base.thresholds, ...(repetitionShare === null ? {} : { repetitionShare }) },
    added: words.length > 0 ? [...base.added, localWords(words)] : base.added,
  };
}

function localWords(words: readonly LocalWord[]): Check {
  return phraseRule(localWordsRule, words.map(phraseOf), {
    sentence: { zh: '没有本级词表列出的误写。', en: "None of the slips of the office's own list." },
    severity: 'confirm',
    source: '本级用词表',
    examples: {
      passing: { title: 'as it is meant', texts: { '1': '政务公开。' } },
      failing: { title: 'as it was found', texts: { '1': words[0]?.wrong ?? '' } },
      blank: { title: 'no text', verdict: 'not_applied' },
    },
  });
}

/** Where what is meant holds what is wrong (`示例区` in `示例区人民政府`), only those that are not part of it are found. */
function phraseOf({ wrong, right }: LocalWord): Phrase {
  const at = right.indexOf(wrong);
  const before = at > 0 ? `(?<!${literal(right.slice(0, at))})` : '';
  const after = at >= 0 && at + wrong.length < right.length ? `(?!${literal(right.slice(at + wrong.length))})` : '';
  return {
    pattern: new RegExp(`${before}${literal(wrong)}${after}`, 'g'),
    ...(right === '' ? {} : { replacement: right }),
    advice: (found) => ({
      zh: right === '' ? `“${found}”在本级词表中，请核对后改正。` : `“${found}”应为“${right}”（本级词表）。请核对后改正。`,
      en:
        right === '' ? `“${found}” is on the office's list. Check and correct it.` : `“${found}” should be “${right}” (the office's list).`,
    }),
  };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/**
 * The list as a person writes it, a line each: `误写=正写`; the right one may be left out.
 *
 * @returns the words, or what is wrong with which line, from 1
 */
export function parseWords(text: string): { words: LocalWord[] } | { line: number; what: 'short' | 'long' | 'twice' | 'same' | 'many' } {
  const words: LocalWord[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [wrong = '', right = ''] = line
      .normalize('NFC')
      .split(/[=＝]/, 2)
      .map((part) => part.trim());
    if (wrong === '' && right === '') continue;
    const what =
      [...wrong].length < minWordCharacters
        ? 'short'
        : [...wrong].length > maxWordCharacters || [...right].length > maxWordCharacters
          ? 'long'
          : wrong === right
            ? 'same'
            : seen.has(wrong)
              ? 'twice'
              : words.length >= maxLocalWords
                ? 'many'
                : null;
    if (what) return { line: index + 1, what };
    seen.add(wrong);
    words.push({ wrong, right });
  }
  return { words };
}

export function writeWords(words: readonly LocalWord[]): string {
  return words.map(({ wrong, right }) => (right === '' ? wrong : `${wrong}=${right}`)).join('\n');
}

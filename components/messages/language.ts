/** Chinese is the source of truth; English follows it. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageCookie = 'nianbao-language';

export function isLanguage(value: unknown): value is Language {
  return value === 'zh' || value === 'en';
}

/** What a person reads, in both languages; Chinese is the source of truth. */
export interface Sentence {
  zh: string;
  en: string;
}

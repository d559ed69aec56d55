/** Prefixes of event kinds by which the log may be read, in the order offered. */
export const kindPrefixes = [
  'attention.',
  'figure.',
  'text.',
  'filing.',
  'remark.',
  'comment.',
  'follow_up.',
  'phrase.',
  'explanation.',
  'exception.',
  'declaration.',
  'opening.',
  'slip.',
  'report.',
  'rule.',
  'indicator.',
  'unit.',
  'person.',
  'post.',
  'duty.',
  'three_roles.',
  'year.',
  'quarter.',
  'practice.',
  'session.',
  'message.',
  'announcement.',
  'backup.',
  'refused',
] as const;
export type KindPrefix = (typeof kindPrefixes)[number];

export function askedKind(value: string | string[] | undefined): KindPrefix | null {
  return kindPrefixes.find((prefix) => prefix === value) ?? null;
}

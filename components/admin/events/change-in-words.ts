import type { Messages } from '../../messages/zh';
import { momentText } from '../moment-text';

/** What a change changed, key by key; a key that stayed the same is not told. */
export function changeInWords(
  before: Record<string, unknown> | null,
  after: Record<string, unknown>,
  { audit: { changes: words }, office }: Messages,
): string {
  const parts = Object.keys(after).flatMap((key) => {
    const [old, next] = [before?.[key], after[key]];
    if (JSON.stringify(old) === JSON.stringify(next)) return [];
    const label = named(words.labels, key);
    const to = valueInWords(key, next, words, office);
    return [before && key in before ? `${label} ${valueInWords(key, old, words, office)} → ${to}` : `${label} ${to}`];
  });
  return parts.length === 0 ? words.nothing : parts.join(words.between);
}

function valueInWords(key: string, value: unknown, words: Messages['audit']['changes'], { indicators, units }: Messages['office']): string {
  if (key === 'askedOf') return Array.isArray(value) ? indicators.askedCount(value.length) : indicators.askedAll;
  if (value === null || value === undefined || value === '') return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.map((one) => named(units.powerNames, String(one))).join(' ');
  if (key === 'addsUp') return named(indicators.addsUpShort, String(value));
  if (key === 'overUnits') return named(indicators.overUnitsOf, String(value));
  if (key === 'exactness') return named(indicators.exactnessShort, String(value));
  if (key === 'kind') return named(units.kinds, String(value));
  return key === 'openedAt' ? momentText(String(value)) : String(value);
}

function named(names: Record<string, string>, key: string): string {
  return names[key] ?? key;
}

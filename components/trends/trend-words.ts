import { type Measure, type MeasureKey, measureOf, type Percent, printTenths, printValue } from '@/server/domain/trends';
import type { TrendYearHead } from '@/server/queries/trends';
import type { Messages } from '../messages/zh';

type Words = Messages['trends'];

/** The number with its unit, or that there is none. */
export function valueWords(measure: Measure, value: number | null, words: Words): string {
  if (value === null) return words.noData;
  return `${printValue(measure, value)} ${measure.isMoney ? words.units.money : words.units.cases}`;
}

/** `+12.5%` for a change, `12.5%` for a share; in words where it is held back. */
export function percentWords(percent: Percent, words: Words, isChange = false): string {
  if (percent === null) return '—';
  if (percent === 'few') return words.few;
  if (percent === 'unlike') return words.unlike;
  return `${isChange && percent.tenths > 0 ? '+' : ''}${printTenths(percent.tenths)}`;
}

export function sourceWords({ source }: Pick<TrendYearHead, 'source'>, words: Words): string {
  if (!source) return words.sources.none;
  if (source.kind === 'edition') return words.sources.edition(source.number);
  return source.kind === 'imported' ? words.sources.imported : words.sources.ledger;
}

export function unitWords(key: MeasureKey, words: Words): string {
  return measureOf(key).isMoney ? words.units.money : words.units.cases;
}

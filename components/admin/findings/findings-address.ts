import { quarters } from '@/server/domain/periods/quarter';
import { type FoundFilter, foundStates, foundWeights } from '@/server/domain/workflow/found-list';
import { type AddressWords, askedPage, listAddress } from '../../shell/list-address';

export const allFound: FoundFilter = { quarter: null, weight: 'weighty', state: 'all', rule: null, unit: '' };

/** What the address of a list of findings says; what is as usual is left out of it. */
export function findingsWords(year: number, { quarter, weight, state, rule, unit }: FoundFilter): AddressWords {
  return {
    ...{ year, rule, unit },
    // Of a quarter the first is one like the others, so it is a word.
    quarter: quarter === null ? null : String(quarter),
    weight: weight === allFound.weight ? null : weight,
    state: state === allFound.state ? null : state,
  };
}

export function findingsAddress(year: number, filter: FoundFilter, page = 1): string {
  return listAddress('/board/findings', { ...findingsWords(year, filter), page });
}

/** The same list, all pages of it, as a file. */
export function findingsFile(year: number, { quarter, weight, state, rule, unit }: FoundFilter, kind: 'xlsx' | 'csv'): string {
  const parts = [year, quarter ?? 'all', weight, state, rule ?? 'all', unit];
  return `/files/findings/${parts.map((part) => encodeURIComponent(part)).join('/')}.${kind}`;
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks for; what makes no sense is left out. */
export function askedFindings(asked: Asked): { filter: FoundFilter; page: number } {
  const text = (key: string) => (typeof asked[key] === 'string' ? asked[key] : '');
  const rule = text('rule').slice(0, 80);
  return {
    filter: {
      quarter: quarters.find((quarter) => String(quarter) === asked.quarter) ?? null,
      weight: foundWeights.find((known) => known === asked.weight) ?? allFound.weight,
      state: foundStates.find((known) => known === asked.state) ?? allFound.state,
      rule: rule === '' ? null : rule,
      unit: text('unit').trim().slice(0, 60),
    },
    page: askedPage(asked.page) ?? 1,
  };
}

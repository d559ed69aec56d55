import type { ListedRule } from '@/server/domain/checks/rule-list';
import { type CellId, cellName } from '@/server/domain/formats';
import { askedWords, isNamedBy } from '@/server/domain/named-by';
import type { HeldPost } from '@/server/domain/permissions';
import type { FoundUnit } from '@/server/queries/find-units';
import { officePlaces } from '../admin/office-places';
import { filterRules } from '../checks/filter-rules';
import type { Language } from '../messages/language';
import type { Messages } from '../messages/zh';
import { placesOf } from '../shell/places';
import type { CellsHere } from './cells-here';

export const groups = ['pages', 'cells', 'units', 'rules'] as const;

/** One line of what was found, and where it leads. */
export interface Found {
  group: (typeof groups)[number];
  key: string;
  name: string;
  /** Chinese whatever the language of the page: names of units, and the statutory form. */
  isChinese: boolean;
  to: { address: string } | { cell: CellId };
}

/** Where the chosen line stands now: lines come late, and before it. The first, while none is chosen or it is gone; -1 where there is none. */
export function placeOf(chosen: Pick<Found, 'group' | 'key'> | null, found: readonly Found[]): number {
  const at = found.findIndex((one) => one.group === chosen?.group && one.key === chosen.key);
  return at < 0 ? Math.min(0, found.length - 1) : at;
}

const mostCells = 8;
const mostRules = 6;

/** The pages this person has, in the order of the navigation; without a query all of them. */
export function findPages(query: string, posts: readonly HeldPost[], { common, office, finding }: Messages): Found[] {
  const pages = [
    ...placesOf(posts.map((post) => post.role)).map(({ href, key }) => ({ address: href as string, name: common.nav[key] })),
    ...officePlaces(posts).map(([key, address]) => ({ address, name: common.inBrackets(office[key].title, common.nav.office) })),
    { address: '/notices', name: common.notices },
    { address: '/account', name: common.account },
    { address: '/help', name: common.help },
    { address: '/help/keys', name: finding.keyTable },
  ];
  const words = askedWords(query);
  return pages
    .filter((page) => isNamedBy(page.name, words))
    .map(({ address, name }) => ({ group: 'pages', key: address, name, isChinese: false, to: { address } }));
}

/** The cells of the form that stands, by their printed names. */
export function findCells(query: string, cells: CellsHere | null): Found[] {
  const words = askedWords(query);
  if (!cells || words.length === 0) return [];
  return [...cells.format.cells.values()]
    .filter((cell) => isNamedBy(cellName(cell), words))
    .slice(0, mostCells)
    .map((cell) => ({ group: 'cells', key: cell.id, name: cellName(cell), isChinese: true, to: { cell: cell.id } }));
}

/** What can be opened of units the server has found. */
export function linesOfUnits(units: readonly FoundUnit[], { common, finding }: Messages): Found[] {
  return units.flatMap(({ unitId, name, isGovernment, filing, reportYear }): Found[] => [
    ...(filing ? [lineOfUnit(`/review/${filing.id}`, finding.ofUnit(name, common.period(filing.year, filing.quarter)))] : []),
    ...(reportYear === null
      ? []
      : [
          lineOfUnit(
            `/reports/${unitId}/${reportYear}/${isGovernment ? 'consolidated' : 'own_organ'}`,
            finding.ofUnit(name, finding.report(reportYear)),
          ),
        ]),
  ]);
}

function lineOfUnit(address: string, name: string): Found {
  return { group: 'units', key: address, name, isChinese: false, to: { address } };
}

/** Rules whose id, sentence, formula or source has every word. */
export function findRules(query: string, rules: readonly ListedRule[], language: Language): Found[] {
  if (query.trim() === '') return [];
  return filterRules(rules, { words: query, severity: null, language })
    .slice(0, mostRules)
    .map((rule) => ({
      group: 'rules',
      key: rule.id,
      name: `${rule.id} ${rule.sentence[language]}`,
      isChinese: false,
      to: { address: `/rules#${rule.id}` },
    }));
}

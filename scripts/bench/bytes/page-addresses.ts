import { readdirSync } from 'node:fs';
import { guideNames } from '@/components/help/help-places';
import { theYear as year } from '@/server/testing/a-large-office';

const desk = 'app/(desk)';
const lastYear = year - 1;
const submitted = `unit-300-${year}-2`;

/**
 * Where each page of the desk shows most, in the office of `seedMixed`, by its folder. A page without a line fails the unit test beside this,
 * so that a page added later is weighed too.
 */
export const pageAddresses: Readonly<Record<string, { addresses: readonly string[]; by?: 'clerk' | 'other clerk' }>> = {
  account: { addresses: ['/account'] },
  announcements: { addresses: ['/announcements'] },
  audit: { addresses: ['/audit', '/audit?kind=slip.'] },
  board: { addresses: [`/board?year=${year}`, `/board?year=${lastYear}`] },
  'board/chase': { addresses: [`/board/chase?year=${year}&quarter=1`] },
  'board/extensions': { addresses: [`/board/extensions?year=${year}`] },
  'board/figures': { addresses: [`/board/figures?year=${year}`] },
  'board/findings': { addresses: [`/board/findings?year=${year}`] },
  'board/workbooks': { addresses: [`/board/workbooks?year=${year}`] },
  check: { addresses: ['/check'] },
  'contributions/[unitId]/[year]': { addresses: [`/contributions/unit-3/${year}`] },
  'filings/[filingId]': { addresses: ['/filings/typed-1'], by: 'clerk' },
  'filings/[filingId]/check': { addresses: ['/filings/typed-1/check'], by: 'clerk' },
  'filings/[filingId]/print': { addresses: [`/filings/${submitted}/print`] },
  'filings/[filingId]/workbook': { addresses: ['/filings/typed-1/workbook'], by: 'clerk' },
  help: { addresses: ['/help'] },
  'help/[guide]': { addresses: guideNames.map((guide) => `/help/${guide}`) },
  notices: { addresses: ['/notices'] },
  office: { addresses: [] },
  'office/announcements': { addresses: ['/office/announcements'] },
  'office/backups': { addresses: ['/office/backups'] },
  'office/duties': { addresses: ['/office/duties'] },
  'office/indicators': { addresses: [`/office/indicators?year=${year}`] },
  // Not there in an office at work.
  'office/looks': { addresses: [] },
  'office/messages': { addresses: ['/office/messages'] },
  'office/openings': { addresses: [`/office/openings?year=${year}`] },
  'office/people': { addresses: ['/office/people'] },
  'office/phrases': { addresses: ['/office/phrases'] },
  'office/rule-notes': { addresses: ['/office/rule-notes'] },
  'office/signing': { addresses: ['/office/signing'] },
  'office/units': { addresses: ['/office/units'] },
  'office/units/close': { addresses: ['/office/units/close'] },
  'office/wording': { addresses: ['/office/wording'] },
  'office/years': { addresses: ['/office/years'] },
  'office/years/roll-over': { addresses: [`/office/years/roll-over?from=${lastYear}`] },
  'office/years/rolled-over': { addresses: [`/office/years/rolled-over?year=${year}`] },
  overview: { addresses: [`/overview?year=${year}`, `/overview?year=${lastYear}`] },
  reports: { addresses: [`/reports?year=${year}`, `/reports?year=${lastYear}`] },
  'reports/[unitId]/[year]/[scope]': { addresses: [`/reports/root/${year}/consolidated`, `/reports/unit-3/${year}/own_organ`] },
  'reports/[unitId]/[year]/[scope]/compare/[from]/[to]': { addresses: [`/reports/unit-3/${lastYear}/own_organ/compare/1/draft`] },
  'reports/[unitId]/[year]/[scope]/editions/[edition]': { addresses: [`/reports/unit-3/${lastYear}/own_organ/editions/1`] },
  'reports/[unitId]/[year]/[scope]/sign': { addresses: [`/reports/root/${year}/consolidated/sign`] },
  'reports/adopt': { addresses: ['/reports/adopt'] },
  'reports/own': { addresses: [`/reports/own?year=${year}`] },
  review: { addresses: ['/review'] },
  'review/[filingId]': { addresses: [`/review/${submitted}`] },
  // There is none in this office: its exceptions were asked of findings that are gone.
  'review/[filingId]/exceptions/[exceptionId]': { addresses: [] },
  rules: { addresses: ['/rules'] },
  slips: { addresses: ['/slips'] },
  'slips/[slipId]': { addresses: ['/slips/slip-2'] },
  'slips/new': { addresses: [`/slips/new?unit=unit-2&year=${lastYear}`], by: 'other clerk' },
  tasks: { addresses: ['/tasks'] },
  trends: { addresses: ['/trends', '/trends?unit=unit-3'] },
};

/** The folders of the pages there are. */
export function pageFolders(): string[] {
  return readdirSync(desk, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'page.tsx')
    .map((entry) => entry.parentPath.slice(desk.length + 1))
    .sort();
}

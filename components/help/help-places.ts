import type { Role } from '@/server/domain/permissions';

/** The guides and what each tells, in their order. A section's name is its anchor and its key in `messages/*\/help`. */
export const guides = {
  clerk: [
    'start',
    'quarter',
    'rest',
    'zero',
    'paste',
    'workbook',
    'signs',
    'saving',
    'findings',
    'text',
    'submit',
    'late',
    'returned',
    'corrections',
    'practice',
    'print',
  ],
  head: ['signQuarter', 'signReport'],
  reviewer: ['queue', 'submission', 'remarks', 'decide', 'bulk', 'countersign', 'phrases'],
  admin: [
    'setUp',
    'units',
    'people',
    'years',
    'openings',
    'indicators',
    'progress',
    'chasing',
    'workbooks',
    'extensions',
    'found',
    'report',
    'finalise',
    'files',
    'ownReports',
    'adopt',
    'rollOver',
    'signing',
    'ruleNotes',
    'wording',
    'announcing',
    'sending',
    'backups',
  ],
  everybody: ['finding', 'overview', 'reports', 'trends', 'slips', 'rules', 'check', 'audit', 'notices', 'account', 'duties'],
} as const;
export type Guide = keyof typeof guides;
export type SectionOf<G extends Guide> = (typeof guides)[G][number];
export type HelpSection = SectionOf<Guide>;

export const guideNames = Object.keys(guides) as Guide[];

/** Where the table of keys stands. */
export const keysAddress = '/help/keys';

/**
 * Which section tells of which page, the first row that fits; `*` is one folder of any name. A row with roles is for whoever holds one of
 * them. A page of the navigation or of the office without a row fails the test.
 */
const pages: readonly (readonly [path: string, section: HelpSection, roles?: readonly Role[]])[] = [
  ['/overview', 'overview'],
  ['/tasks', 'start', ['clerk']],
  ['/tasks', 'signQuarter', ['head']],
  ['/tasks', 'start'],
  ['/filings/*/check', 'submit', ['clerk']],
  ['/filings/*/check', 'signQuarter', ['head']],
  ['/filings/*/check', 'submit'],
  ['/filings/*/print', 'print'],
  ['/filings/*/workbook', 'workbook'],
  ['/filings', 'quarter'],
  ['/contributions', 'text'],
  ['/review/*/exceptions', 'countersign'],
  ['/review/*', 'submission'],
  ['/review', 'queue'],
  ['/board/workbooks', 'workbooks'],
  ['/board/chase', 'chasing'],
  ['/board/findings', 'found'],
  ['/board/extensions', 'extensions'],
  ['/board', 'progress'],
  ['/reports/adopt', 'adopt'],
  ['/reports/own', 'ownReports'],
  ['/reports/*/*/*/sign', 'signReport'],
  ['/reports/*/*/*/editions', 'files'],
  ['/reports/*/*/*/compare', 'finalise'],
  ['/reports/*/*/*', 'report', ['admin']],
  ['/reports', 'reports'],
  ['/trends', 'trends'],
  ['/slips', 'corrections', ['clerk']],
  ['/slips', 'slips'],
  ['/office/units', 'units'],
  ['/office/people', 'people'],
  ['/office/duties', 'duties'],
  ['/office/years/roll-over', 'rollOver'],
  ['/office/years/rolled-over', 'rollOver'],
  ['/office/years', 'years'],
  ['/office/signing', 'signing'],
  ['/office/indicators', 'indicators'],
  ['/office/openings', 'openings'],
  ['/office/rule-notes', 'ruleNotes'],
  ['/office/phrases', 'phrases'],
  ['/office/wording', 'wording'],
  ['/office/announcements', 'announcing'],
  ['/office/messages', 'sending'],
  ['/office/backups', 'backups'],
  ['/office', 'setUp'],
  ['/rules', 'rules'],
  ['/check', 'check'],
  ['/audit', 'audit'],
  ['/notices', 'notices'],
  ['/announcements', 'notices'],
  ['/account', 'account'],
];

/** The section that tells of a page; null for one that nothing tells of. */
export function helpOf(path: string, held: readonly Role[]): HelpSection | null {
  const row = pages.find(([page, , roles]) => isAt(page, path) && (!roles || roles.some((role) => held.includes(role))));
  return row?.[1] ?? null;
}

/** Where a page's help is read. */
export function helpAddress(path: string, held: readonly Role[]): string {
  const section = helpOf(path, held);
  const guide = guideNames.find((name) => (guides[name] as readonly HelpSection[]).some((one) => one === section));
  return section && guide ? `/help/${guide}#${section}` : '/help';
}

function isAt(page: string, path: string): boolean {
  const asked = path.split('/');
  return page.split('/').every((folder, at) => (folder === '*' ? (asked[at] ?? '') !== '' : folder === asked[at]));
}

import { type Action, actions, type Verdict } from '@/server/domain/permissions';
import { type SigningStep, usualSteps } from '@/server/domain/signing';
import type { ReportPage } from '@/server/queries/report';
import type { ShownSigning, ShownStep, SignPage } from '@/server/queries/signing';

/** A report in which nothing is left to do and nothing was finalised, read by somebody who may do everything. */
export function aReportPage(facts: Partial<ReportPage> = {}): ReportPage {
  return {
    unitId: 'district',
    organ: '示例区人民政府',
    year: 2026,
    scope: 'consolidated',
    format: '2021',
    rowVariant: 'other_three',
    figures: {},
    leftOut: [],
    texts: {},
    facts: [],
    lastYear: null,
    unitCount: 0,
    indicators: [],
    missing: [],
    findings: [],
    repetitionShare: 0.9,
    counts: { must_fix: 0, confirm: 0, hint: 0, passed: 0, not_checkable: 0 },
    explanations: [],
    ruleNotes: [],
    obstacles: [],
    carried: [],
    adjustments: [],
    remarks: {},
    suggestions: [],
    comments: [],
    corrections: [],
    restatements: [],
    correctedSinceEdition: [],
    editions: [],
    untouchedSince: null,
    signing: aSigning({}),
    way: noWay,
    verdicts: verdictsWithout(),
    hash: 'a'.repeat(64),
    ...facts,
  };
}

/** Everything allowed but these acts. */
export function verdictsWithout(...refused: readonly Action[]): Record<Action, Verdict> {
  const all = Object.keys(actions) as Action[];
  return Object.fromEntries(all.map((action) => [action, refused.includes(action) ? 'not_permitted' : 'allowed'])) as Record<
    Action,
    Verdict
  >;
}

/** The page of whoever signs that report: its turn is the first step's, and it is this person's. */
export function aSignPage(facts: Partial<SignPage> = {}): SignPage {
  const { unitId, organ, year, scope, format, rowVariant } = aReportPage();
  return {
    unitId,
    organ,
    year,
    scope,
    format,
    rowVariant,
    // What is printed has tests of its own in the exports.
    document: {} as SignPage['document'],
    signing: aSigning({ steps: [aStep({ isNext: true })], sent: sentByOffice, mine: '办公室审核' }),
    way: noWay,
    mayReadBoard: false,
    verdict: 'allowed',
    obstacles: [],
    confirmations: [],
    adjustments: [],
    missing: { count: 0, first: [] },
    since: null,
    ...facts,
  };
}

const nobody = { count: 0, first: [] };
/** Nothing was filed, and nobody did anything. */
export const noWay: ReportPage['way'] = {
  entered: { units: 0, quarters: [], people: nobody },
  reviewed: { quarters: [], people: nobody, lastAt: null },
  added: { units: 0, of: 0, lines: 0, people: nobody },
  signed: [],
  finalised: null,
  isAdopted: false,
};

export const sentByOffice = { id: 'sent', by: '周岚', at: '2027-01-20T01:00:00.000Z', isOwn: false };

export function aSigning(facts: Partial<ShownSigning>): ShownSigning {
  return { steps: [], edition: 1, sent: null, hash: '0123456789abcdef', mine: null, ...facts };
}

/** One of the usual steps, not signed, with one person who may. */
export function aStep({ at = 0, ...facts }: Partial<ShownStep> & { at?: 0 | 1 | 2 }): ShownStep {
  return { step: usualSteps[at] as SigningStep, state: 'waiting', isNext: false, signature: null, moved: [], holders: ['陈立'], ...facts };
}

export function aSignature(facts: Partial<NonNullable<ShownStep['signature']>> = {}): NonNullable<ShownStep['signature']> {
  return { id: 'g1', by: '陈立', at: '2027-01-21T02:00:00.000Z', hash: 'h', note: '', isOwn: false, edition: 1, ...facts };
}

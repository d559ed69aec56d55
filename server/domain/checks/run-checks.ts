import { figureAt, withComputed } from '../figures';
import type { CellId } from '../formats';
import type { Sentence } from '../sentence';
import type { CheckSubject } from '../subject';
import { type Check, type Finding, type FindingDraft, severityOf } from './check';
import { type Drafted, foldConsequences } from './fold-consequences';
import { countFindings, gatherRepeated } from './gather-repeated';
import type { Overlay } from './overlay/overlay';
import { packVersion } from './pack-version';
import { evidenceFrom } from './repair/evidence';

export interface RunOptions {
  /** Only these rules; the whole pack, with what the overlay adds, when left out. */
  checks?: readonly Check[];
  /** Rules this deployment does without, each with its reason, which editions print. */
  switchedOff?: Readonly<Record<string, string>>;
  /** What this deployment changes in the pack. */
  overlay?: Overlay | null;
}

export interface CheckRun {
  findings: Finding[];
  /** must_fix, confirm and hint count findings with their consequences folded in; the other two count identities. */
  counts: { must_fix: number; confirm: number; hint: number; passed: number; not_checkable: number };
  notCheckable: { rule: string; cells: readonly CellId[]; why: Sentence }[];
  switchedOff: { rule: string; reason: string }[];
  packVersion: string;
}

/**
 * Runs rules on one subject and folds what follows from one root cause under one finding. In a filing totals are computed
 * first, whatever stood there.
 */
export function runChecksWith(
  given: CheckSubject,
  options: Omit<RunOptions, 'overlay'> & { checks: readonly Check[]; version?: string },
): CheckRun {
  const subject = given.kind === 'filing' ? { ...given, figures: withComputed(given.format, given.figures) } : given;
  const switchedOff = options.switchedOff ?? {};
  const active = options.checks.filter((check) => !Object.hasOwn(switchedOff, check.id) && check.appliesTo(subject));
  const drafted: Drafted[] = [];
  const run: CheckRun = {
    findings: [],
    counts: { must_fix: 0, confirm: 0, hint: 0, passed: 0, not_checkable: 0 },
    notCheckable: [],
    switchedOff: Object.entries(switchedOff).map(([rule, reason]) => ({ rule, reason })),
    packVersion: options.version ?? packVersion,
  };
  for (const check of active) {
    const result = check.run(subject);
    run.counts.passed += result.passed;
    for (const one of result.notCheckable) run.notCheckable.push({ rule: check.id, ...one });
    for (const draft of result.findings) drafted.push({ draft, finding: findingFrom(subject, check, draft) });
  }
  const identities = drafted.some(({ draft }) => draft.identity) ? identitiesOf(active, subject, drafted) : [];
  run.findings = gatherRepeated(foldConsequences(subject, drafted, identities, evidenceFrom(subject, active)));
  Object.assign(run.counts, countFindings(run.findings));
  run.counts.not_checkable = run.notCheckable.length;
  return run;
}

/** The identities that guide repair; a broken one is the very object its finding carries. */
function identitiesOf(active: readonly Check[], subject: CheckSubject, drafted: readonly Drafted[]) {
  return active.flatMap((check) => {
    const broken = drafted.flatMap(({ draft }) => (draft.identity?.rule === check.id ? [draft.identity] : []));
    const keys = new Map(broken.map((identity) => [identity.of.zh, identity]));
    return (check.identities?.(subject) ?? []).map((identity) => keys.get(identity.of.zh) ?? identity);
  });
}

function findingFrom(subject: CheckSubject, check: Check, given: FindingDraft): Finding {
  const { identity: _, weighsAs: __, ...draft } = given;
  return {
    ...draft,
    rule: check.id,
    severity: severityOf(check, given),
    place: draft.place ?? null,
    source: check.source,
    repair: [],
    consequences: [],
    boundTo: boundTo(subject, check.id, draft),
  };
}

/** Rule, cells with what stands in them, both sides, and for text the snippet: when any of these changes, an explanation lapses. */
function boundTo({ figures }: CheckSubject, rule: string, { cells, left, right, place }: Omit<FindingDraft, 'identity'>): string {
  const values = cells.map((cell) => {
    const figure = figureAt(figures, cell);
    if (figure.state === 'number') return `${cell}=${figure.value}`;
    return `${cell}=${figure.state === 'unreadable' ? `"${figure.raw}"` : figure.state}`;
  });
  return [rule, ...values, `${left}:${right}`, ...(place ? [`${place.text}:${inShort(place.snippet)}`] : [])].join('|');
}

/** A copied chapter is one long snippet; its beginning and length tell it from another. */
function inShort(snippet: string): string {
  return snippet.length <= 80 ? snippet : `${snippet.slice(0, 80)}…${snippet.length}`;
}

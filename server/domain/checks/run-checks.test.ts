import { describe, expect, it } from 'vitest';
import { count, type Figure } from '../figures';
import { type CellId, getFormat, leafCells } from '../formats';
import { seededRandom } from '../seeded-random';
import type { CheckSubject } from '../subject';
import { aValidReport } from '../testing/a-valid-report';
import { checks, runChecks } from './index';
import { aSubject, bookOf } from './testing/example-subject';

function validSubject(seed: number, some: Partial<CheckSubject> = {}): CheckSubject {
  const { format, content } = aValidReport(seed);
  return aSubject({ ...content, format, ...some });
}

function changed(subject: CheckSubject, changes: Record<CellId, number>): CheckSubject {
  const figures = new Map<CellId, Figure>(subject.figures);
  for (const [cell, value] of Object.entries(changes)) figures.set(cell, count(value));
  return { ...subject, figures };
}

function valueAt(subject: CheckSubject, cell: CellId): number {
  const figure = subject.figures.get(cell);
  return figure?.state === 'number' ? figure.value : 0;
}

/** A filing whose 自然人 column has one answer too many. */
function unbalanced(seed: number): CheckSubject {
  const filing = validSubject(seed, { kind: 'filing', quarter: 2, powers: new Set() });
  return changed(filing, { 's3.granted.natural_person': valueAt(filing, 's3.granted.natural_person') + 1 });
}

describe('the pack', { timeout: 60_000 }, () => {
  it('has every rule once, each with a file of its own name', () => {
    const ids = checks.map((check) => check.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]\d?-[a-z0-9]+$/);
  });

  it('raises no false alarm on 200 generated correct reports, as reports and as filings', () => {
    for (let seed = 1; seed <= 200; seed += 1)
      for (const kind of ['report', 'filing', 'edition'] as const) {
        const run = runChecks(validSubject(seed, { kind, powers: kind === 'report' ? null : new Set(['fees']) }));
        // These reports have no texts, which an edition may be asked for by the rules on prose.
        expect(run.findings.filter(({ rule, severity }) => severity !== 'hint' && !rule.startsWith('n-'))).toEqual([]);
        expect(run.counts.passed).toBeGreaterThan(40);
      }
  });

  it('never throws on figures that make no sense', () => {
    const format = getFormat('2021');
    for (let seed = 1; seed <= 50; seed += 1) {
      const random = seededRandom(seed);
      const garbage = (): Figure =>
        random.pick<Figure>([
          count(random.integer(-5, 5)),
          count(random.integer(0, 3)),
          { state: 'not_applicable' },
          { state: 'unreadable', raw: '/' },
        ]);
      const figures = new Map([...format.cells.keys()].filter(() => random.chance(0.9)).map((cell) => [cell, garbage()]));
      const lastYear = { organ: '', year: 2022, scope: 'own_organ' as const, figures, texts: {} };
      for (const kind of ['report', 'filing', 'edition'] as const)
        expect(() => runChecks(aSubject({ kind, figures, before: figures, lastYear }))).not.toThrow();
    }
  });

  it('never shows what it could not look at as passed', () => {
    const run = runChecks(aSubject());
    expect(run.counts).toMatchObject({ must_fix: 0, confirm: 0, hint: 0 });
    // b-format alone has something to look at in an empty report.
    expect(run.counts.passed).toBe(1);
    expect(run.counts.not_checkable).toBe(run.notCheckable.length);
  });

  it('leaves out a rule that is switched off, and says so with its reason', () => {
    const run = runChecks(unbalanced(3), { switchedOff: { 't3-col': '试运行' } });
    expect(run.findings.some(({ rule }) => rule === 't3-col')).toBe(false);
    expect(run.switchedOff).toEqual([{ rule: 't3-col', reason: '试运行' }]);
  });
});

describe('a filing', () => {
  it('has its totals computed first, so a wrong answer breaks one column: one finding, the 总计 column under it', () => {
    const { findings } = runChecks(unbalanced(3));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: 't3-col', difference: -1 });
    expect(findings[0]?.message.zh).toContain('自然人');
    expect(findings[0]?.consequences.map(({ rule, cells }) => [rule, cells[0]])).toEqual([['t3-col', 's3.new_received.total']]);
  });

  it('offers every cell of the column that could be it as equally likely, never one', () => {
    const subject = unbalanced(3);
    const [finding] = runChecks(subject).findings;
    const offered = finding?.repair.map(({ changes }) => changes[0]?.cell) ?? [];
    const possible = leafCells(subject.format)
      .map((cell) => cell.id)
      .filter((cell) => /^s3\..*\.natural_person$/.test(cell))
      .filter((cell) => /new_received|carried_in/.test(cell) || valueAt(subject, cell) > 0);
    expect([...offered].sort()).toEqual([...possible].sort());
    expect(new Set(finding?.repair.map(({ rank }) => rank))).toEqual(new Set([1]));
  });

  it('knows the one cell when last quarter decides: 上年结转 is 1 too many for both rules', () => {
    const filing = validSubject(5, { kind: 'filing', quarter: 2, powers: new Set() });
    const carriedIn = valueAt(filing, 's3.carried_in.natural_person');
    const before = bookOf(filing.format, { 's3.carried_out.natural_person': carriedIn });
    const { findings } = runChecks({ ...changed(filing, { 's3.carried_in.natural_person': carriedIn + 1 }), before });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.repair.map(({ changes }) => changes[0])).toEqual([
      { cell: 's3.carried_in.natural_person', from: carriedIn + 1, to: carriedIn },
    ]);
    expect([findings[0]?.rule, ...(findings[0]?.consequences.map(({ rule }) => rule) ?? [])].sort()).toEqual([
      'q-open',
      't3-col',
      't3-col',
    ]);
  });
});

describe('two slips at once', () => {
  it('are two findings, each with its own cell first', () => {
    const report = validSubject(9);
    const [a, b] = ['s3.granted.natural_person', 's3.denied_state_secret.other_org'] as const;
    const { findings } = runChecks(changed(report, { [a]: valueAt(report, a) + 5, [b]: valueAt(report, b) + 3 }));
    expect(findings.map(({ cells, repair }) => [cells[0], repair.length]).sort()).toEqual([
      [b, 1],
      [a, 1],
    ]);
  });

  it('in table 三 and table 四 do not mix', () => {
    const report = validSubject(9);
    const { findings } = runChecks(changed(report, { 's3.carried_out.total': 9999, 's4.review.total': 9999 }));
    expect(findings.map(({ rule }) => rule)).toEqual(['t3-row', 't4-sum']);
  });
});

describe('what an explanation is bound to', () => {
  const boundTo = (subject: CheckSubject) => runChecks(subject).findings[0]?.boundTo;

  it('stays on a re-run and when a cell changes that the finding is not about', () => {
    const subject = unbalanced(3);
    expect(boundTo(subject)).toBe(boundTo(unbalanced(3)));
    expect(boundTo(changed(subject, { 's2.penalty_decisions': 12 }))).toBe(boundTo(subject));
  });

  it('lapses when a cell changes that it is about, even if the difference stays', () => {
    const subject = unbalanced(3);
    const moved = changed(subject, {
      's3.granted.natural_person': valueAt(subject, 's3.granted.natural_person') + 1,
      's3.new_received.natural_person': valueAt(subject, 's3.new_received.natural_person') + 1,
    });
    expect(runChecks(moved).findings[0]?.difference).toBe(-1);
    expect(boundTo(moved)).not.toBe(boundTo(subject));
  });
});

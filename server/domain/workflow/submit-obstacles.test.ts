import { describe, expect, it } from 'vitest';
import { runChecks } from '../checks';
import { count, type Figure, withComputed } from '../figures';
import { type CellId, getFormat, leafCells } from '../formats';
import { declarationObstacles, filingBook } from './filing-content';
import { filingSubject } from './filing-subject';
import { type Explanation, isRealReason, submitObstacles } from './submit-obstacles';

const format = getFormat('2021');
const received = 's3.new_received.natural_person';

/** A quarter of zeros but for what is named; null: not filled. */
function obstacles(figures: Record<CellId, Figure | null>, given: { explanations?: Explanation[]; openRemarkIds?: string[] } = {}) {
  const book = new Map<CellId, Figure>();
  for (const cell of leafCells(format)) {
    const named = figures[cell.id];
    if (named !== null) book.set(cell.id, named ?? count(0));
  }
  const openings = new Map([...book].filter(([cell]) => format.cells.get(cell)?.addsUp === 'opening'));
  const subject = filingSubject({
    organ: '某局',
    year: 2026,
    quarter: 1,
    powers: ['regulations', 'licensing', 'penalty', 'coercion', 'fees'],
    format,
    book,
    openings,
    restated: new Set(),
  });
  const { findings } = runChecks(subject);
  const found = submitObstacles({
    format,
    figures: withComputed(format, book),
    findings,
    explanations: given.explanations ?? [],
    openRemarkIds: given.openRemarkIds ?? [],
    signature: null,
  });
  return { findings, found };
}

describe('what stands before a submit', () => {
  it('nothing for a quarter of zeros', () => {
    expect(obstacles({}).found).toEqual([]);
  });

  it('cells that are not filled or cannot be read, one each; no exception helps', () => {
    const { found } = obstacles({ 's2.admin_fees': null, 's3.granted.other_org': { state: 'unreadable', raw: '约3' } });
    expect(found.filter((one) => one.kind !== 'must_fix')).toEqual([
      { kind: 'not_filled', cell: 's2.admin_fees' },
      { kind: 'unreadable', cell: 's3.granted.other_org' },
    ]);
  });

  it('not an opening that is never printed: the clerk cannot type it', () => {
    expect(obstacles({ 's4.review.pending_opening': null }).found).toEqual([]);
  });

  it('printed openings that nobody knows are one obstacle, the office’s: no cell of the clerk’s', () => {
    const unknown = ['s3.carried_in.natural_person', 's3.carried_in.other_org'];
    const { found } = obstacles(Object.fromEntries(unknown.map((cell) => [cell, null])));
    expect(found).toContainEqual({ kind: 'unknown_openings', cells: unknown });
    expect(found.filter((one) => 'cell' in one)).toEqual([]);
  });

  it('remarks that were not answered', () => {
    expect(obstacles({}, { openRemarkIds: ['r1'] }).found).toEqual([{ kind: 'open_remark', remarkId: 'r1' }]);
  });

  it('a must-fix finding, until an exception bound to its values is countersigned', () => {
    const [finding] = obstacles({ [received]: count(3) }).findings;
    const exception: Explanation = {
      id: 'e',
      kind: 'exception',
      rule: finding?.rule ?? '',
      boundTo: finding?.boundTo ?? '',
      text: '',
      writtenBy: 'a',
      countersignedBy: null,
    };
    const left = (explanations: Explanation[]) => obstacles({ [received]: count(3) }, { explanations }).found.length;
    expect([left([]), left([exception]), left([{ ...exception, countersignedBy: 'b' }])]).toEqual([1, 1, 0]);
    expect(left([{ ...exception, countersignedBy: 'b', boundTo: 'other values' }])).toBe(1);
    expect(left([{ ...exception, kind: 'explanation', countersignedBy: 'b' }])).toBe(1);
    expect(left([exception, { ...exception, id: 'f', countersignedBy: 'b' }])).toBe(0);
  });
});

describe('a reason', () => {
  it.each(['已核实', '数据无误。', '已核对，情况属实！', '以上数据均为正确', '……', '无'])('“%s” says nothing', (text) => {
    expect(isRealReason(text)).toBe(false);
  });
  it.each(['系统切换遗留一件', '该件由上级部门统一答复'])('“%s” says something', (text) => {
    expect(isRealReason(text)).toBe(true);
  });
});

describe('F4: 本期无', () => {
  const facts = (openings: Record<CellId, number>, stored: Record<CellId, Figure> = {}) => ({
    format,
    stored: new Map(Object.entries(stored)),
    openings: new Map(Object.entries(openings).map(([cell, value]) => [cell, count(value)])),
    powers: new Set<never>(),
    declared: new Set<'3' | '4'>(),
  });
  const zero = Object.fromEntries(
    leafCells(format)
      .filter((cell) => cell.addsUp === 'opening')
      .map((cell) => [cell.id, 0]),
  );

  it('may be declared when every opening of the section is known to be 0', () => {
    expect(declarationObstacles(facts(zero), '3')).toEqual([]);
    expect(declarationObstacles(facts({ ...zero, 's3.carried_in.other_org': 1 }), '3')).toEqual(['s3.carried_in.other_org']);
    expect(declarationObstacles(facts({}), '3').length).toBeGreaterThan(5);
    expect(declarationObstacles(facts({ ...zero, 's3.carried_in.other_org': 1 }), '4')).toEqual([]);
  });

  it('counts as 0 where nothing was typed; what was typed stands, and other sections stay not filled', () => {
    const book = filingBook({ ...facts(zero, { [received]: count(2) }), declared: new Set(['3']) });
    expect([book.get(received), book.get('s3.granted.other_org'), book.get('s4.review.upheld')]).toEqual([count(2), count(0), undefined]);
  });

  it('does not turn cells outside the unit’s powers into 0: they are 不适用', () => {
    expect(filingBook(facts(zero)).get('s2.licensing_decisions')).toEqual({ state: 'not_applicable' });
  });
});

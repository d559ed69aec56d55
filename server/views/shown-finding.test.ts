import { describe, expect, it } from 'vitest';
import type { Finding } from '@/server/domain/checks/check';
import type { ReportDocument } from '@/server/domain/report/report-document';
import { isBoundTo, shownDocument, shownFinding, shownLines, shownObstacle } from './shown-finding';

const about = (units: readonly string[]): Finding => {
  const left = units.join('、');
  return {
    ...{ cells: [], right: null, difference: units.length, rule: 'r-all', severity: 'must_fix', place: null, source: '', repair: [] },
    ...{ consequences: [], left, boundTo: `r-all|${left}:null` },
    message: { zh: `还有 ${units.length} 个单位没有已通过的报送：${left}。请催报。`, en: `Units: ${units.length} (${left}). Chase them.` },
  };
};
const many = Array.from({ length: 1001 }, (_, index) => `示例区第${index}局`);

describe('a finding on a page', () => {
  it('of a few units is as it is', () => {
    const finding = about(['区教育局', '区民政局']);
    expect(shownFinding(finding)).toBe(finding);
  });

  it('of a thousand units counts all, names the first, and is short wherever it stands', () => {
    const finding = about(many);
    const shown = shownFinding(finding);
    expect(shown.message.zh).toMatch(/^还有 1001 个单位没有已通过的报送：示例区第0局、.*示例区第19局……。请催报。$/);
    expect(shown.message.en).toMatch(/^Units: 1001 \(示例区第0局、.*……\). Chase them.$/);
    expect(JSON.stringify(shownObstacle({ kind: 'must_fix', finding, exception: null })).length).toBeLessThan(1_500);
  });

  it('is known again by what it was shown to be bound to, and another set of units is not it', () => {
    const finding = about(many);
    expect([finding.boundTo, shownFinding(finding).boundTo].map((said) => isBoundTo(finding, said))).toEqual([true, true]);
    expect(isBoundTo(about(many.slice(1)), shownFinding(finding).boundTo)).toBe(false);
  });
});

describe('what is printed and what changed, on a page', () => {
  const note = (units: readonly string[]) => ({ kind: 'note' as const, text: `注：未包括：${units.join('、')}。` });
  const printed = (units: readonly string[]) =>
    ({ missingUnits: units, blocks: [note(units), { kind: 'paragraph', text: units.join('、') }] }) as unknown as ReportDocument;

  it('a document names the first of a thousand missing units, and says that it does; its prose stays whole', () => {
    expect(shownDocument(printed(many.slice(0, 5)))).toEqual({ isCut: false, blocks: printed(many.slice(0, 5)).blocks });
    const { isCut, blocks } = shownDocument(printed(many));
    expect([isCut, blocks[0]?.kind === 'note' && blocks[0].text.length < 250]).toEqual([true, true]);
    expect(blocks[1]).toEqual({ kind: 'paragraph', text: many.join('、') });
  });

  it('of a thousand lines that came the first are shown, and how many there are', () => {
    const difference = { cells: [], texts: [], lists: [{ part: 'missing' as const, gone: ['甲局'], come: many }] };
    const [list] = shownLines(difference).lists;
    expect([list?.gone, list?.come.length, list?.come.at(-1)]).toEqual([['甲局'], 21, '……（共 1001 条）']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Finding } from '@/server/domain/checks/check';
import { isBoundTo, shownFinding, shownObstacle } from './shown-finding';

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

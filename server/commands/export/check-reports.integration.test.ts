import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { exportFilingCheck } from './export-filing-check';
import { exportReportCheck } from './export-report-check';

describe('the printed proof of a check', () => {
  const district = inADistrict();

  it('of a filing names the rules, the findings and who explained them, in either file, and taking it out is recorded', async () => {
    const { filing } = await district().submit({ 's2.normative_documents.in_force': 1 });
    const clerk = district().clerk();
    const kinds = await kindsOf(district().store, async () => {
      const html = await exportFilingCheck(clerk, { filingId: filing.id, kind: 'html' });
      expect(html).toMatchObject({ name: '示例区1局2026年第1季度核对报告.html', contentType: 'text/html; charset=utf-8' });
      const page = strFromU8(html.bytes);
      for (const words of ['示例区1局', '2026-04-08', '系统切换时遗留数据', clerk.actor.name]) expect(page).toContain(words);
      const word = await exportFilingCheck(clerk, { filingId: filing.id, kind: 'docx' });
      expect(strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array())).toContain('系统切换时遗留数据');
    });
    expect(kinds).toEqual(['filing.checked', 'filing.checked']);
    await expectRefused(exportFilingCheck(district().clerk(1), { filingId: filing.id, kind: 'html' }), 'not_found');
  });

  it('of a report is for those who may read it', async () => {
    const key = { unitId: district().rootId, year: district().year, scope: 'consolidated' as const };
    const { name, bytes } = await exportReportCheck(district().auditor, { ...key, kind: 'html' });
    expect(name).toBe('示例区人民政府2026年度（汇总）核对报告.html');
    expect(strFromU8(bytes)).toContain('r-all');
    await expectRefused(exportReportCheck(district().clerk(), { ...key, kind: 'html' }), 'not_found');
  });
});

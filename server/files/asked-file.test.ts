import { describe, expect, it } from 'vitest';
import { askedFile } from './asked-file';

describe('a download', () => {
  it.each([
    '/files/reports/u-1/2025/consolidated/draft.docx',
    '/files/reports/u-1/2025/own_organ/12.json',
    '/files/reports/u-1/2025/own_organ/12.pdf',
    '/files/reports/u-1/2025/own_organ/12.bundle',
    '/files/reports/u-1/2025/own_organ/12.digest-pdf',
    '/files/reports/u-1/2025/own_organ/draft.digest-html',
    '/files/reports/u-1/2025/own_organ/12.digest-docx',
    '/files/reports/u-1/2025/own_organ/12.charts',
    `/files/own-reports/2025/${'0a'.repeat(16)}/draft.docx-pdf.zip`,
    `/files/own-reports/2025/${'0a'.repeat(16)}/edition.json.zip`,
    '/files/own-reports/2025/0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a/edition.json.zip',
    '/files/check-reports/filing/f-1.html',
    '/files/check-reports/filing/f-1.docx',
    '/files/check-reports/report/u-1/2025/own_organ.html',
    '/files/workbooks/filing/f-1.xlsx',
    '/files/workbooks/2026/3.zip',
    '/files/trends/u-1/own_organ.csv',
    '/files/trends/u-1/2025/received.csv',
    '/files/findings/2025/all/weighty/all/all/.csv',
    '/files/findings/2025/2/confirm/explained/q-jump/%E6%95%99%E8%82%B2%2F%E5%B1%80%2050%25.xlsx',
  ])('is %s', (path) => {
    expect(askedFile(path)).not.toBeNull();
  });

  it.each([
    '/files/reports/u-1/2025/own_organ/12.exe',
    '/files/reports/u-1/2025/own_organ/12.digest',
    '/files/reports/u-1/2025/own_organ/x.json',
    '/files/reports/u-1/2025/own_organ/more/12.json',
    '/files/reports/u-1/25/own_organ/12.json',
    '/files/reports/u-1/2025/all/12.json',
    '/files/check-reports/filing/f-1.json',
    '/files/check-reports/filing/f-1/more.html',
    '/files/check-reports/report/u-1/2025.html',
    '/files/check-reports/unit/u-1.html',
    '/files/check-reports/filing/.html',
    '/files/trends/u-1/all.csv',
    '/files/trends/u-1/own_organ.xlsx',
    '/files/trends/u-1/2025/everything.csv',
    '/files/trends/u-1/2025.csv',
    '/files/findings/2025/5/weighty/all/all/.csv',
    '/files/findings/2025/all/heavy/all/all/.csv',
    '/files/findings/2025/all/weighty/some/all/.csv',
    '/files/findings/2025/all/weighty/all/all/%E6.csv',
    '/files/findings/2025/all/weighty/all/all/.pdf',
    '/files/findings/2025/all/weighty/all/.csv',
    '/files/own-reports/2025/short/draft.docx.zip',
    `/files/own-reports/2025/${'0a'.repeat(16)}/draft.exe.zip`,
    `/files/own-reports/2025/${'0a'.repeat(16)}/draft.docx-bundle.zip`,
    `/files/own-reports/2025/${'0a'.repeat(16)}/draft.zip`,
    `/files/own-reports/2025/${'0a'.repeat(16)}/newest.docx.zip`,
    `/files/own-reports/2025/${'0a'.repeat(16)}/more/draft.docx.zip`,
    '/files/workbooks/filing/f-1/more.xlsx',
    '/files/workbooks/filing/f-1.xls',
    '/files/workbooks/2026/5.zip',
    '/files/workbooks/26/3.zip',
    '/files/workbooks/2026/3/more.zip',
    '/files/anything',
    '/files/',
  ])('is not %s', (path) => {
    expect(askedFile(path)).toBeNull();
  });
});

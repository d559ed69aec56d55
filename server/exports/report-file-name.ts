import type { ReportDocument } from '@/server/domain/report/report-document';
import { reportName } from '@/server/domain/report/title-lines';

/** File systems take 255 bytes, which is 85 Chinese characters; the rest of the name needs 40 of them. */
const longestOrgan = 40;

/**
 * `示例区人民政府2024年政府信息公开工作年度报告（汇总，第2版）.docx`. The scope is named because an office publishes a report of
 * its own and one of the whole under one title. `part` is what a face shows of the report: `图解`, `图表`.
 */
export function reportFileName(document: ReportDocument, extension: string, part = ''): string {
  const organ = organInName(document.organ);
  const scope = document.scope === 'consolidated' ? '汇总' : '本机关';
  const state = document.edition === null ? '草稿' : `第${document.edition}版`;
  return `${organ}${reportName(document.year)}${part}（${scope}，${state}）.${extension}`;
}

/** An organ's name as file names have it. */
export function organInName(organ: string): string {
  return [...safe(organ)].slice(0, longestOrgan).join('') || '未命名机关';
}

/** Without what Windows, macOS or a header line cannot have in a file name: separators, controls, bidi marks, leading dots. */
function safe(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim();
}

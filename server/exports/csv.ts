import { writeCsv } from 'hucre/csv';
import { getFormat } from '@/server/domain/formats';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import type { ReportDocument } from '@/server/domain/report/report-document';

const head = ['机关', '年度', '范围', '版本', '单元格', '章', '行', '列', '数', '计量单位', '备注'];

/**
 * The figures as one line per printed cell, with the labels of its row and column: for whoever adds up many reports. UTF-8 with a byte
 * order mark, without which Excel and WPS show Chinese as noise; a name that looks like a formula cannot run.
 */
export function csvFace(document: ReportDocument): Uint8Array {
  const { organ, year, edition, blocks } = document;
  const format = getFormat(document.format, document.rowVariant);
  const scope = document.scope === 'consolidated' ? '汇总' : '本机关';
  const state = edition === null ? '草稿' : `第${edition}版`;
  const rows = blocks.flatMap((block) =>
    block.kind !== 'table'
      ? []
      : Object.entries(block.figures).map(([id, printed]) => {
          const cell = format.cells.get(id);
          const name = withoutIllegalCharacters(organ);
          return [
            name,
            year,
            scope,
            state,
            id,
            cell?.section ?? '',
            cell?.rowLabel ?? '',
            cell?.columnLabel ?? '',
            asNumber(printed),
            cell?.measuredIn ?? '',
            withoutIllegalCharacters(block.remarks?.[id] ?? ''),
          ];
        }),
  );
  return new TextEncoder().encode(writeCsv([head, ...rows], { bom: true, escapeFormulae: true }));
}

/** A whole number goes as a number, so that a decrease such as -3 is not taken for a formula; money stays as printed. */
function asNumber(printed: string): number | string {
  return /^-?\d{1,15}$/.test(printed) ? Number(printed) : withoutIllegalCharacters(printed);
}

import type { CellStyle, WriteSheet } from 'hucre/xlsx';

const line = { style: 'thin', color: { rgb: '000000' } } as const;
export const frame: CellStyle['border'] = { top: line, bottom: line, left: line, right: line };
export const headFill: CellStyle['fill'] = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DEEAF6' } };
/** A4, as wide as the paper, as many pages as it takes; a sheet so many digits wide lies on its side, or its letters would be too small. */
export const maxPortraitWidth = 120;
export const page: WriteSheet['pageSetup'] = {
  paperSize: 'a4',
  orientation: 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
};

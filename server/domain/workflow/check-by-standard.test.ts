import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figureOfText } from '../figures';
import { getFormat, leafCells } from '../formats';
import { checkByStandard } from './check-by-standard';
import { checkFiling } from './check-filing';

const format = getFormat('2021');
const cells = leafCells(format);

it('the rules of a quarter say what the whole pack says, whatever stands in the form', () => {
  const texts = fc.array(fc.tuple(fc.nat(cells.length - 1), fc.constantFrom('0', '1', '7', '12.5', '无')), { maxLength: 400 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 4 }), (typed, quarter) => {
      const book = new Map(
        typed.flatMap(([at, text]) => {
          const cell = cells[at];
          return cell ? [[cell.id, figureOfText(text, cell).figure] as const] : [];
        }),
      );
      const openings = new Map([...book].filter(([id]) => format.cells.get(id)?.addsUp === 'opening'));
      const filing = {
        organ: '示例区人民政府办公室',
        year: 2026,
        quarter,
        powers: [],
        format,
        book,
        openings,
        restated: new Set<string>(),
      };
      expect(checkByStandard(filing)).toEqual(checkFiling(filing, null));
    }),
    { numRuns: 60 },
  );
});

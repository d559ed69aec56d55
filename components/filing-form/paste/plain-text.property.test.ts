import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOfText, textOfStored, withoutPasteMark } from '@/server/domain/figures';
import { getCell, getFormat } from '@/server/domain/formats';
import { aClipboard, copiedHtml } from '../../clipboard/testing/a-clipboard';
import { gridMapOf } from '../grid/grid-map';
import { readClipboard } from './copied-block';
import { fillApart, type PasteAct, pasteAct } from './paste-act';
import type { PasteTarget } from './plan-paste';

/**
 * Text without a table, as editors, chats and PDFs copy it: where it is no rectangle of two rows and two columns or more, nobody can know whether its
 * lines are cells, so it stays whole in one cell and is no figure. The test knows the figures it wrote down and where it put an end of a line or a
 * tab between them; it shares no code with the reading.
 */
const format = getFormat('2021');
const columns = ['natural_person', 'commercial_enterprise', 'research_institution', 'public_welfare_org', 'legal_service_org', 'other_org'];
const rows = ['granted', 'partially_granted', 'denied_state_secret', 'denied_law_prohibited', 'denied_three_security_one_stability'];
const cellAt = (row: number, column: number) => `s3.${rows[row]}.${columns[column]}`;
const target: PasteTarget = {
  format,
  map: gridMapOf(format.tables.find((table) => table.id === 't3')?.rows ?? []),
  from: cellAt(0, 0),
  textAt: () => '',
};

const figure = fc.stringMatching(/^[1-9]\d{0,4}$/);
const written = figure.chain((digits) =>
  fc
    .constantFrom(
      digits,
      `${digits} `,
      digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    )
    .map((text) => ({
      digits,
      text,
    })),
);
const line = fc.array(written, { minLength: 1, maxLength: 4 });
const straight = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([height, width]) =>
    fc.array(fc.array(written, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );
const texts = fc.record({
  lines: fc.oneof(straight, fc.array(line, { minLength: 1, maxLength: 4 })),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  last: fc.constantFrom(0, 1, 2),
  /** A page's own copy of lines comes as paragraphs, without a table. */
  isHtml: fc.boolean(),
});

const read = (text: string, id: string) => figureOfText(text, getCell(format, id)).figure;
const planned = (act: PasteAct) => {
  if (act.kind !== 'plan') throw new Error(`nothing was planned, but ${JSON.stringify(act)} put in`);
  return act.plan;
};

describe('a copied text without a table', () => {
  it('in 4 000 texts: no figure is glued to another or goes to another cell unasked, and none is lost', () => {
    const seen = { kept: 0, blocks: 0, figures: 0 };
    fc.assert(
      fc.property(texts, ({ lines, end, last, isHtml }) => {
        const text = `${lines.map((some) => some.map((one) => one.text).join('\t')).join(end)}${end.repeat(last)}`;
        const html = isHtml ? `<pre>${text}</pre>` : '';
        const copied = readClipboard(aClipboard({ html, text: isHtml ? '999' : text }), copiedHtml);
        const act = pasteAct(copied, [], target);
        const width = lines[0]?.length ?? 0;
        const isBlock = lines.length > 1 && width > 1 && lines.every((one) => one.length === width);
        const wanted = lines.flatMap((some, row) => some.map(({ digits }, column) => [cellAt(row, column), Number(digits)] as const));
        const valuesOf = (plan: ReturnType<typeof planned>) =>
          plan.write.map((one) => {
            const stored = read(one.text, one.cell);
            return [one.cell, stored.state === 'number' ? stored.value : stored.state];
          });
        if (isBlock) {
          seen.blocks += 1;
          expect(valuesOf(planned(act))).toEqual(wanted);
          return;
        }
        if (act.kind === 'plan') throw new Error(`${JSON.stringify(text)} became a block`);
        const stored = read(act.text, target.from);
        if (wanted.length === 1) {
          seen.figures += 1;
          expect(stored).toMatchObject({ state: 'number', value: wanted[0]?.[1] });
          return;
        }
        seen.kept += 1;
        expect(stored.state).toBe('unreadable');
        expect(act.text.match(/[\d０-９]+/g)).toEqual(lines.flat().map((one) => one.text.trim()));
        const raw = withoutPasteMark(act.text);
        const again = textOfStored({ raw, figure: stored }, getCell(format, target.from));
        expect(read(again, target.from)).toEqual(stored);
        expect(valuesOf(planned(fillApart(again, target)))).toEqual(wanted);
      }),
      { numRuns: 4000, seed: 20_261_130 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(150);
  });

  const act = (text: string, selected: string[] = []) =>
    pasteAct(readClipboard(aClipboard({ text }), copiedHtml), selected, { ...target, from: selected[0] ?? target.from });

  it.each(['12\n345', '12\t345', '\t12\n345\n\n', '12\r345', '1\t2\n3', '12\n\n345'])('%j stays in one cell as it was pasted', (text) => {
    expect(act(text)).toEqual({ kind: 'insert', text: text.replace('\r', '\n').trim(), struck: undefined });
  });

  it('a text that names the rows of the table, one over several selected cells, and one too long for a cell are shown before anything is written', () => {
    const titled = act('（一）予以公开\t1\t2\t3\t4\t5\t6');
    expect(titled).toMatchObject({ kind: 'plan', isAsked: true, plan: { by: 'title' } });
    const selected = act('12\n345', [cellAt(1, 0), cellAt(2, 0)]);
    expect(selected).toMatchObject({ isAsked: true, plan: { write: [{ cell: cellAt(1, 0) }, { cell: cellAt(2, 0) }] } });
    expect(act('1234567890\n'.repeat(25))).toMatchObject({ kind: 'plan', isAsked: true });
  });

  it('a break within quotes is one cell of a spreadsheet, and one value fills a range', () => {
    expect(act('"12\n345"')).toMatchObject({ kind: 'insert', text: '12\n345' });
    expect(act('7', [cellAt(0, 0), cellAt(1, 0)])).toMatchObject({ kind: 'plan', isAsked: false, plan: { by: 'range' } });
  });

  it('a table in HTML is a block, also of one row or one column', () => {
    const row = readClipboard(aClipboard({ html: '<table><tr><td>12</td><td>345</td></tr></table>' }), copiedHtml);
    expect(pasteAct(row, [], target)).toMatchObject({ kind: 'plan', plan: { write: [{ text: '12' }, { text: '345' }] } });
    const column = readClipboard(aClipboard({ html: '<table><tr><td>12</td></tr><tr><td>345</td></tr></table>' }), copiedHtml);
    expect(pasteAct(column, [], target)).toMatchObject({ kind: 'plan', plan: { write: [{ text: '12' }, { text: '345' }] } });
  });
});

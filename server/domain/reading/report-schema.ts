import { maxDecimals } from '../figures';
import { type Cell, type Format, formatIds, getFormat, type RowVariant, textKeys } from '../formats';

const rowVariants = ['other_three', 'other_single'] as const satisfies readonly RowVariant[];

/**
 * The JSON Schema of the report JSON, made from the formats. `report.schema.json` beside this file is its stored copy for
 * outsiders, and a test keeps the two equal. It is no substitute for `parseReportJson`, which names every problem.
 */
export function reportSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '政府信息公开工作年度报告 (report JSON)',
    description:
      'A figure that is missing or null is unknown, never zero. Counts are integers, money is a decimal string in the printed unit.',
    type: 'object',
    required: ['kind', 'format', 'scope', 'organ', 'year', 'figures'],
    properties: {
      kind: { const: 'annual-report' },
      format: { enum: formatIds },
      scope: { enum: ['own_organ', 'consolidated'] },
      organ: { type: 'string', pattern: '\\S' },
      year: { type: 'integer', minimum: 1900, maximum: 2199 },
      figures: { type: 'object' },
      texts: {
        type: ['object', 'null'],
        properties: Object.fromEntries(textKeys.map((key) => [key, { type: ['string', 'null'] }])),
        additionalProperties: false,
      },
      rowVariant: { enum: rowVariants, description: 'Written, never read: the figures tell.' },
      edition: { type: ['integer', 'null'], minimum: 1, description: 'Written, never read: the number of the edition, null for a draft.' },
      contentHash: { type: 'string', description: 'Written, never read: SHA-256 of the content of the edition or draft.' },
      log: {
        description: 'Written, never read: the link of the event log in which the edition was made.',
        type: 'object',
        properties: { seq: { type: 'integer', minimum: 1 }, hash: { type: 'string' } },
      },
      notes: {
        description: 'Written, never read: what is printed below a table (t2, t3, t4) or behind a figure, by table or cell.',
        type: 'object',
        additionalProperties: { type: 'string' },
      },
      adjustments: {
        description: 'Written, never read: signed lines between what the quarters add up to and what is printed.',
        type: 'array',
        items: {
          type: 'object',
          required: ['cell', 'sum', 'change', 'printed', 'reason'],
          properties: Object.fromEntries(
            ['cell', 'name', 'sum', 'change', 'printed', 'reason'].map((key) => [key, { type: ['string', 'number', 'null'] }]),
          ),
        },
      },
      indicators: {
        description:
          'Written, never read: the local figures of the units, which are no part of the statutory report. A null figure is unknown or not added over units.',
        type: 'array',
      },
      about: { description: 'Free for whoever transcribed the report; only row_variant is read.' },
    },
    $defs: figureKinds,
    anyOf: formatIds.flatMap((id) => rowVariants.map((variant) => branch(getFormat(id, variant)))),
  };
}

/** One format with one way of printing the rows of （六）. */
function branch(format: Format): object {
  return {
    title: `${format.id}, ${format.rowVariant}`,
    properties: {
      format: { const: format.id },
      figures: {
        properties: Object.fromEntries([...format.cells.values()].map((cell) => [cell.id, figureSchema(cell)])),
        additionalProperties: false,
      },
    },
  };
}

function figureSchema(cell: Cell): object {
  if (cell.quantity === 'count') return { $ref: cell.mayBeNegative ? '#/$defs/change' : '#/$defs/count' };
  return { $ref: `#/$defs/${cell.quantity}` };
}

const figureKinds = {
  count: { type: ['integer', 'null'], minimum: 0 },
  change: { type: ['integer', 'null'] },
  yuan: { type: ['string', 'null'], pattern: money(maxDecimals.yuan) },
  ten_thousand_yuan: { type: ['string', 'null'], pattern: money(maxDecimals.ten_thousand_yuan) },
};

function money(decimals: number): string {
  return `^(0|[1-9][0-9]*)(\\.[0-9]{1,${decimals}})?$`;
}

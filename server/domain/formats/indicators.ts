import type { Cell, CellId, Format, LocalRules, Quantity, TableLayout } from './format';

/** 自设指标: a local, non-statutory figure that the office asks for in a year. Its cell is `x.<key>`. */
export interface Indicator extends LocalRules {
  key: string;
  name: string;
  /** 件, 条, 人次 … count; 万元 and 元 are money. */
  unit: string;
  addsUp: 'flow' | 'closing';
  definition: string;
}

/** What the office says of an indicator. The key is given by it or by us, and stays. */
export interface IndicatorFacts extends Omit<Indicator, 'key'> {
  /** The unit that answers for it; null: each unit for its own figure. */
  ownerUnitId: string | null;
  /** Units that are asked; null: all. */
  askedOf: string[] | null;
}

const prefix = 'x.';
const money: Record<string, Quantity> = { 万元: 'ten_thousand_yuan', 元: 'yuan' };

export function isIndicatorCell(id: CellId): boolean {
  return id.startsWith(prefix);
}

export function hasIndicators(format: Format): boolean {
  return format.entryTables.some((table) => table.id === 'indicators');
}

export function indicatorCell({ key, name, unit, addsUp, definition, overUnits, exactness }: Indicator): Cell {
  return {
    id: `${prefix}${key}`,
    section: 'x',
    table: 'indicators',
    rowLabel: name,
    columnLabel: periodOf[addsUp],
    addsUp,
    quantity: money[unit] ?? 'count',
    measuredIn: unit,
    isPrinted: false,
    local: { overUnits, exactness },
    definition,
    source: '自设指标，不属于法定统计表，不印入年报表格',
  };
}

const periodOf = { flow: '本期发生数', closing: '期末数' } as const;

/** The many sets a process can meet are few (units asked alike, years); this only stops a year-long process from growing. */
const maxKept = 200;
const kept = new WeakMap<Format, Map<string, Format>>();

/**
 * A statutory format with the indicators of a year (or of one unit in it) as a further entry table, in the order given. The
 * statutory tables are the very same objects. Equal indicators give the same format object, so that what was worked out for a
 * format, and what is drawn from it, stays.
 *
 * @throws Error when two indicators claim one key, or the format has indicators already
 */
export function withIndicators(format: Format, indicators: readonly Indicator[]): Format {
  if (indicators.length === 0) return format;
  const made = kept.get(format) ?? new Map<string, Format>();
  kept.set(format, made);
  const name = JSON.stringify(
    indicators.map((one) => [one.key, one.name, one.unit, one.addsUp, one.overUnits, one.exactness, one.definition]),
  );
  const before = made.get(name);
  if (before) return before;
  const cells = new Map(format.cells);
  for (const cell of indicators.map(indicatorCell)) {
    if (cells.has(cell.id)) throw new Error(`format ${format.id}: two cells are called ${cell.id}`);
    cells.set(cell.id, cell);
  }
  const result = { ...format, entryTables: [...format.entryTables, layoutOf(indicators)], cells };
  const oldest = made.size >= maxKept ? made.keys().next().value : undefined;
  if (oldest !== undefined) made.delete(oldest);
  made.set(name, result);
  return result;
}

function layoutOf(indicators: readonly Indicator[]): TableLayout {
  return {
    id: 'indicators',
    section: 'x',
    title: '自设指标（不属于法定统计表）',
    columnTwips: [4200, 1700, 1500, 1900],
    rows: [
      { isHead: true, cells: ['指标', '计量单位', '时点', '填报数'].map((text) => ({ role: 'head', text })) },
      ...indicators.map((one): TableLayout['rows'][number] => ({
        isHead: false,
        cells: [
          { role: 'label', text: one.name },
          { role: 'note', text: one.exactness === 'about' ? `${one.unit}（可填约数）` : one.unit },
          { role: 'note', text: periodOf[one.addsUp] },
          { role: 'figure', cell: `${prefix}${one.key}` },
        ],
      })),
    ],
  };
}

import { type FigureBook, numberAt } from '../figures';
import { type CellId, type Format, getCell } from '../formats';
import { applicantKinds } from '../formats/applicant-columns';
import { isImpossible } from './is-impossible';
import { minCostFlow, type Pipe } from './least-cost-flow';

/**
 * What one invented request costs in each row: an outcome before a new request before a balance, because the year before
 * and the year after know the balances; and plain 其他 before any ground the law names.
 */
const cost = { plain: 1, outcome: 2, intake: 3, balance: 4 } as const;
const plainOutcomes: readonly string[] = ['other_misc', 'other_single'];
/** Breaking a column's balance is worse than any number of invented requests on a path, and a published total is worse still. */
const brokenBalance = 10_000;
const brokenTotal = 1_000_000;

/**
 * The figures of table 三 that a published report does not tell, chosen so that its totals and balances come out: few
 * requests are invented, and none where nothing asks for one.
 *
 * The table is a net in which requests flow: from 一 and 二 into their applicant column, from there to 四 or through the
 * column's （七） to the outcome rows. A known figure is a fixed flow, an unknown one a pipe, a published total fixes what a
 * row or column carries. Whole-number flows that keep every node in balance are exactly the tables that satisfy every
 * identity, so if one exists it is found. If none does, the published figures contradict each other, and as
 * little as possible is missed: columns before totals, single units before many.
 *
 * @returns a value for every leaf of the table that is not known
 */
export function completeRequests(format: Format, published: FigureBook): Map<CellId, number> {
  const net = new Net();
  const connect = (cell: CellId, from: string, to: string, price: number): void => {
    const isTotal = getCell(format, cell).addsUp === 'computed';
    const known = isTotal && isImpossible(format, published, cell) ? null : numberAt(published, cell);
    if (known === null) net.open(cell, from, to, isTotal ? 0 : price);
    else net.fix(from, to, known);
    if (known !== null && isTotal) net.allowMoreOrLess(from, to, brokenTotal);
  };
  const outcomes = outcomeKeys(format);
  for (const { key } of applicantKinds) {
    connect(`s3.new_received.${key}`, 'new_received', `column ${key}`, cost.intake);
    connect(`s3.carried_in.${key}`, 'carried_in', `column ${key}`, cost.balance);
    connect(`s3.carried_out.${key}`, `column ${key}`, 'carried_out', cost.balance);
    connect(`s3.result_total.${key}`, `column ${key}`, `answered ${key}`, 0);
    for (const outcome of outcomes)
      connect(`s3.${outcome}.${key}`, `answered ${key}`, outcome, plainOutcomes.includes(outcome) ? cost.plain : cost.outcome);
    net.allowMoreOrLess(`column ${key}`, ground, brokenBalance);
  }
  connect('s3.new_received.total', ground, 'new_received', 0);
  connect('s3.carried_in.total', ground, 'carried_in', 0);
  connect('s3.carried_out.total', 'carried_out', ground, 0);
  connect('s3.result_total.total', 'answered', ground, 0);
  for (const outcome of outcomes) connect(`s3.${outcome}.total`, outcome, 'answered', 0);
  const flows = net.solve();
  return new Map([...flows].filter(([cell]) => format.cells.get(cell)?.addsUp !== 'computed'));
}

function outcomeKeys(format: Format): string[] {
  const terms = getCell(format, 's3.result_total.natural_person').terms ?? [];
  return terms.map((term) => term.split('.')[1] ?? '');
}

/** Where requests come from and go to. */
const ground = 'ground';

class Net {
  readonly #nodes = new Map<string, number>();
  readonly #surplus: number[] = [];
  readonly #pipes: Pipe[] = [];
  /** The cell of each pipe; null where it only makes up for a contradiction. */
  readonly #cells: (CellId | null)[] = [];

  fix(from: string, to: string, units: number): void {
    this.#give(from, -units);
    this.#give(to, units);
  }

  open(cell: CellId, from: string, to: string, price: number): void {
    this.#pipe(cell, from, to, price);
  }

  /** Lets a stated flow be missed, at a price for each unit: where the published figures cannot all hold. */
  allowMoreOrLess(from: string, to: string, price: number): void {
    this.#pipe(null, from, to, price);
    this.#pipe(null, to, from, price);
  }

  solve(): Map<CellId, number> {
    const flow = minCostFlow(this.#surplus, this.#pipes);
    const byCell = new Map<CellId, number>();
    this.#cells.forEach((cell, index) => {
      if (cell !== null) byCell.set(cell, flow[index] ?? 0);
    });
    return byCell;
  }

  #pipe(cell: CellId | null, from: string, to: string, price: number): void {
    this.#pipes.push({ from: this.#node(from), to: this.#node(to), cost: price });
    this.#cells.push(cell);
  }

  #give(name: string, units: number): void {
    const node = this.#node(name);
    this.#surplus[node] = (this.#surplus[node] ?? 0) + units;
  }

  #node(name: string): number {
    const known = this.#nodes.get(name);
    if (known !== undefined) return known;
    const node = this.#nodes.size;
    this.#nodes.set(name, node);
    this.#surplus.push(0);
    return node;
  }
}

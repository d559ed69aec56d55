/** What happened to which things, as somebody wrote it. */
export interface ObjectWords {
  /** Ids, and names of units or people: each has to fit. */
  words: readonly string[];
  year: number | null;
  quarter: number | null;
  isReport: boolean;
  isSlip: boolean;
  /** Of a slip, within its unit and year. */
  slipNumber: number | null;
}

/**
 * What of the log is asked for by words such as `教育局 2026年第二季度`, `2026Q2`, `教育局 年报`, `更正单 3`, a person's name, an id, or the address of a page.
 * A year, a quarter, 年报 and 更正单 are understood wherever they stand; the rest are names.
 */
export function readObjectWords(text: string): ObjectWords {
  let rest = ` ${text.normalize('NFKC')} `;
  const take = (pattern: RegExp): string[] | null => {
    const found = pattern.exec(rest);
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found ? found.slice(1) : null;
  };
  take(/(?<=\s)\/(?:filings|review|slips|reports)\/(?=\S)/);
  const quartered = take(/(?<![\w-])(\d{4})?q([1-4])(?![\w-])/i);
  const [, inQuarter] = quartered ?? [null, take(/第?([一二三四1-4])季度/)?.[0]];
  const slip = take(/更正单\s*(?:第?\s*(\d{1,4})(?![\d-])\s*号?)?/);
  const report = take(/年报/);
  const year = quartered?.[0] ?? take(/(?<![\w-])(\d{4})\s*年?(?![\w-])/)?.[0];
  return {
    words: rest.split(/[\s,，·、/]+/).filter(Boolean),
    year: year ? Number(year) : null,
    quarter: inQuarter ? '一二三四'.indexOf(inQuarter) + 1 || Number(inQuarter) : null,
    isReport: report !== null,
    isSlip: slip !== null,
    slipNumber: slip?.[0] ? Number(slip[0]) : null,
  };
}

import type { CellId, FormatId, RowVariant, TableLayout } from '../formats';
import type { Scope } from '../subject';

/**
 * The report as it will be printed, before anyone decides on Word, PDF or HTML. Every face is drawn from this and from
 * nothing else, so the faces cannot disagree.
 */
export interface ReportDocument {
  format: FormatId;
  rowVariant: RowVariant;
  scope: Scope;
  organ: string;
  year: number;
  /** Null for a draft, which every face marks 草稿. */
  edition: number | null;
  /** SHA-256 of the edition's canonical JSON; of the draft's content for a draft. */
  contentHash: string;
  /** The link of the event log in which the edition was made: kept with the report, it shows whether the log was cut or rewritten since. */
  logHead?: { seq: number; hash: string };
  /** Units of the whole that are not in it; the blocks name them in print. */
  missingUnits: readonly string[];
  blocks: readonly Block[];
}

export type Block =
  /** The last line is the name of the report, the lines before it the organ. */
  | { kind: 'title'; lines: readonly string[] }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** `lead` is the first sentence of `text` when it serves as its heading: `（一）主动公开。全年……` */
  | { kind: 'paragraph'; text: string; lead?: string }
  /** A statutory table with its figures as printed; a draft may lack some, an edition never does. */
  | {
      kind: 'table';
      layout: TableLayout;
      figures: Readonly<Record<CellId, string>>;
      /** What is printed behind a figure, in its brackets: `（其中修订16件）`. */
      remarks?: Readonly<Record<CellId, string>>;
    }
  /** A line that is no prose of the organ: a note below a table, which units are not in the whole yet. */
  | { kind: 'note'; text: string };

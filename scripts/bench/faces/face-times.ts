/** The faces that have a goal, in the order they are told. */
export const measuredKinds = ['docx', 'html', 'xlsx', 'json', 'pdf'] as const;

/** What one process measured of one face. */
export interface FaceTimes {
  firstMs: number;
  laterMs: number[];
  /** Of the later files, over all threads of the process. */
  processorMs: number[];
  /** From the ledger to the bytes, the export's event recorded. */
  wholeMs: number[];
  wholeProcessorMs: number[];
  bytes: number;
}

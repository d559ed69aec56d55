export interface ReportFile {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

/** A file that is sent while it is written. */
export type StreamedFile = Omit<ReportFile, 'bytes'> & {
  stream: AsyncIterable<Uint8Array>;
  /** In bytes, where it is known before the file is written. */
  length?: number;
};

export interface ReportFile {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

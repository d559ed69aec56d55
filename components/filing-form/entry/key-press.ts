/** What keys ask of the input of a cell. */
export interface CellInput {
  value: string;
  readonly readOnly: boolean;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
  select(): void;
}

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

import type { ChangeEvent, ClipboardEvent, DragEvent } from 'react';
import { shownInField, textOfField } from '@/server/domain/figures';
import { clipboardReader, heldData } from './late-reader';

/** What makes an input one for a figure: what is pasted or dropped into it is read as the cells of the form read it. */
export function figureField(raw: string, onRaw: (raw: string) => void) {
  const take = (event: ClipboardEvent<HTMLInputElement> | DragEvent<HTMLInputElement>, data: DataTransfer): void => {
    const input = event.currentTarget;
    if (input.readOnly || input.disabled) return;
    event.preventDefault();
    const held = heldData(data);
    clipboardReader.use(({ copiedText, insertCopied }) => onRaw(insertCopied(input, raw, copiedText(held)).text));
  };
  return {
    value: shownInField(raw),
    onFocus: clipboardReader.preload,
    onChange: (event: ChangeEvent<HTMLInputElement>) => onRaw(textOfField(raw, event.target.value)),
    onPaste: (event: ClipboardEvent<HTMLInputElement>) => take(event, event.clipboardData),
    onDrop: (event: DragEvent<HTMLInputElement>) => take(event, event.dataTransfer),
  };
}

import type { ClipboardEvent } from 'react';
import { clipboardReader, heldData } from './late-reader';

/**
 * Makes a plain text take what a person saw where it was copied. A clipboard without HTML is the field's own to read, and undo stays the
 * browser's.
 */
export const linesField = {
  onFocus: clipboardReader.preload,
  onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    if (event.currentTarget.readOnly || event.clipboardData.getData('text/html') === '') return;
    event.preventDefault();
    const held = heldData(event.clipboardData);
    clipboardReader.use(({ copiedLines }) => {
      const lines = copiedLines(held).join('\n');
      if (lines !== '') document.execCommand('insertText', false, lines);
    });
  },
};

import { saveBlob } from '../shell/save-blob';

/** Hands a text that was written in the browser to the person as a file. */
export function saveFile(name: string, text: string, type: string): void {
  saveBlob(name, new Blob([text], { type }));
}

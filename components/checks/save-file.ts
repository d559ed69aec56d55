/** Hands a text that was written in the browser to the person as a file. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 120);
  link.click();
  URL.revokeObjectURL(address);
}

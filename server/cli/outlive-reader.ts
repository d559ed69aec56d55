/**
 * Who reads what is printed may stop early (`check … | head`). That is no error, and what was begun is still done: an import is not broken off
 * because nobody reads its last line. The exit code stays the command's own.
 */
export function outliveReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

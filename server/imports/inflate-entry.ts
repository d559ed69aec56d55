import { Unzip, UnzipInflate } from 'fflate';

export type Inflated = { kind: 'found'; bytes: Uint8Array } | { kind: 'absent' } | { kind: 'too_large' } | { kind: 'damaged' };

/** Bytes given to the inflater at a time. Deflate blows up 1032 times at most, so one step never makes more than 8 MB. */
const step = 8 * 1024;

/**
 * One entry of a zip file, counted byte by byte while it is inflated; the sizes a zip declares about itself are not believed.
 */
export function inflateEntry(zip: Uint8Array, name: string, maxBytes: number): Inflated {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let state: 'absent' | 'open' | 'done' | 'too_large' | 'damaged' = 'absent';
  const unzip = new Unzip((file) => {
    if (file.name !== name || state !== 'absent') return;
    state = 'open';
    file.ondata = (error, chunk, isLast) => {
      if (state !== 'open') return;
      if (error) {
        state = 'damaged';
        return;
      }
      size += chunk.length;
      if (size > maxBytes) {
        state = 'too_large';
        return;
      }
      chunks.push(chunk);
      if (isLast) state = 'done';
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const goesOn = (): boolean => state === 'absent' || state === 'open';
  try {
    for (let at = 0; at < zip.length && goesOn(); at += step) unzip.push(zip.subarray(at, at + step), at + step >= zip.length);
  } catch {
    return { kind: 'damaged' };
  }
  return outcome(state, chunks, size);
}

function outcome(state: string, chunks: readonly Uint8Array[], size: number): Inflated {
  if (state === 'absent' || state === 'too_large') return { kind: state };
  if (state !== 'done') return { kind: 'damaged' };
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { kind: 'found', bytes };
}

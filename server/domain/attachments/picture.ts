/** Whether a PNG is one from its first chunk to its last, with nothing behind it. */
export function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  for (let chunk = 0; at + 12 <= bytes.length; chunk += 1) {
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (chunk === 0 && kind !== 'IHDR') return false;
    at += 12 + view.getUint32(at, false);
    if (kind === 'IEND') return at === bytes.length;
  }
  return false;
}

/** Frames of a JPEG: SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Whether a JPEG has the segments of a picture up to its data. Telephones put more behind the picture, which is left alone. */
export function isJpegPicture(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasFrame = false;
  for (let at = 2; at + 4 <= bytes.length; at += 2 + view.getUint16(at + 2, false)) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return hasFrame;
    hasFrame ||= isFrame(marker);
    if (view.getUint16(at + 2, false) < 2) return false;
  }
  return false;
}

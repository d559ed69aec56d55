import { describe, expect, it } from 'vitest';
import { maxAttachmentBytes, pieceBytes } from '@/server/domain/attachments/limits';
import { aPdf } from '@/server/testing/evidence-files';
import { type Carrier, inTurn, type PieceSent, sendFile } from './send-file';

const fileOf = (bytes: Uint8Array, name = '批文.pdf') => new File([new Uint8Array(bytes)], name);
const go = { signal: new AbortController().signal, onArrived: () => {} };

/** Takes pieces as the server does; fails at those that are named. */
function carrier(failsAt: number[] = []) {
  const pieces: PieceSent[] = [];
  const take = async (sent: PieceSent) => {
    if (failsAt[0] === pieces.length) {
      failsAt.shift();
      throw new TypeError('Failed to fetch');
    }
    pieces.push(sent);
    return { id: 'a', name: sent.file.name };
  };
  return { pieces, carrier: { sendPiece: take, add: take } satisfies Carrier };
}
const whole = (pieces: readonly PieceSent[]) => Buffer.concat(pieces.map(({ file }) => Buffer.from(file.base64, 'base64')));

describe('a file on its way', () => {
  it('goes piece by piece, the last with the act, and says how much has arrived', async () => {
    const bytes = aPdf('大', 2 * pieceBytes + 5);
    const [to, told] = [carrier(), [] as number[]];
    const sending = { upload: 'u', file: fileOf(bytes), arrived: 0 };
    await sendFile(sending, to.carrier, { ...go, onArrived: (now) => told.push(now) });
    expect([to.pieces.length, told, whole(to.pieces).equals(Buffer.from(bytes))]).toEqual([3, [pieceBytes, 2 * pieceBytes], true]);
    expect(to.pieces.every(({ file }) => file.size === bytes.length && file.base64.length < 600_000)).toBe(true);
  });

  it('that fits into one piece is one act', async () => {
    for (const size of [200, pieceBytes]) {
      const to = carrier();
      await sendFile({ upload: 'u', file: fileOf(aPdf('一', size)), arrived: 0 }, to.carrier, go);
      expect(to.pieces).toHaveLength(1);
    }
  });

  it('goes on where the network left it, and sends nothing twice', async () => {
    const bytes = aPdf('大', 3 * pieceBytes);
    const to = carrier([1, 2]);
    const sending = { upload: 'u', file: fileOf(bytes), arrived: 0 };
    for (const arrived of [1, 2]) {
      await expect(sendFile(sending, to.carrier, go)).rejects.toThrow('Failed to fetch');
      expect(sending.arrived).toBe(arrived);
    }
    await sendFile(sending, to.carrier, go);
    expect([to.pieces.length, whole(to.pieces).equals(Buffer.from(bytes))]).toEqual([3, true]);
  });

  it('in disguise, empty, too large or gone is not sent at all', async () => {
    const to = carrier();
    const gone = Object.assign(fileOf(aPdf()), { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) });
    const large = Object.defineProperty(fileOf(aPdf()), 'size', { value: maxAttachmentBytes + 1 });
    for (const file of [fileOf(Buffer.from('MZ\x90')), fileOf(new Uint8Array()), large, gone as unknown as File])
      await expect(sendFile({ upload: 'u', file, arrived: 0 }, to.carrier, go)).rejects.toThrow('not sent');
    expect(to.pieces).toEqual([]);
  });

  it('is stopped between two pieces; a name with half a character in it goes without', async () => {
    const stop = new AbortController();
    const to = carrier();
    const file = fileOf(aPdf('大', 2 * pieceBytes), `\ud83d${'长'.repeat(200)}.pdf`);
    await expect(
      sendFile({ upload: 'u', file, arrived: 0 }, to.carrier, { signal: stop.signal, onArrived: () => stop.abort() }),
    ).rejects.toThrow(/abort/i);
    expect(to.pieces.map((sent) => sent.file.name)).toEqual([`${'长'.repeat(146)}.pdf`]);
  });

  it('waits for the one before it, also for one that failed', async () => {
    const order: string[] = [];
    const failed = inTurn(async () => {
      await new Promise(setImmediate);
      order.push('first');
      throw new Error('no');
    }).catch(() => {});
    await inTurn(async () => order.push('second'));
    await failed;
    expect(order).toEqual(['first', 'second']);
  });
});

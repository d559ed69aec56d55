/** The head of the chain as it is kept elsewhere: `nianbao-head 2026-11-30T01:00:00.000Z 13398:0091…`. `audit verify --head` reads it back. */
export function headLine({ seq, hash }: { seq: number; hash: string }, at: Date): { text: string; json: object } {
  const time = at.toISOString();
  return { text: `nianbao-head ${time} ${seq}:${hash}`, json: { kind: 'nianbao-head', at: time, seq, hash } };
}

import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { SaveWire } from '../save/load';

export interface Paced {
  /** From the request to the last byte of its answer, in ms; the seconds of warming up are left out. */
  acknowledgedMs: number[];
  saved: number;
  failures: string[];
}

/**
 * Every clerk saves one cell a second, whether the save before was answered or not, at a moment of the second of their own.
 *
 * @param wiresAt what the clerks send in a second
 */
export async function pacedLoad(
  port: number,
  { wiresAt, seconds, warmUpSeconds }: { wiresAt: (second: number) => SaveWire[]; seconds: number; warmUpSeconds: number },
): Promise<Paced> {
  const agent = new Agent({ keepAlive: true });
  const result: Paced = { acknowledgedMs: [], saved: 0, failures: [] };
  const sent: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let second = 0; second < warmUpSeconds + seconds; second += 1) {
    const wires = wiresAt(second);
    for (const [clerk, wire] of wires.entries()) {
      const due = startedAt + 1000 * (second + clerk / wires.length);
      const early = due - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      sent.push(saveOnce(port, agent, { wire, result, isCounted: second >= warmUpSeconds }));
    }
  }
  await Promise.all(sent);
  agent.destroy();
  return result;
}

async function saveOnce(
  port: number,
  agent: Agent,
  { wire, result, isCounted }: { wire: SaveWire; result: Paced; isCounted: boolean },
): Promise<void> {
  const from = performance.now();
  const answer = await post(port, agent, wire).catch((error: Error) => error.message);
  if (isCounted) result.acknowledgedMs.push(performance.now() - from);
  if (answer.includes('"outcome":"saved"')) result.saved += 1;
  else result.failures.push(answer);
}

export function post(port: number, agent: Agent, { path, headers, body }: SaveWire): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, agent, path, method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.once('end', () => resolve(text));
        response.once('error', reject);
      },
    );
    asked.once('error', reject);
    asked.end(JSON.stringify({ 0: { json: body(0, randomUUID()) } }));
  });
}

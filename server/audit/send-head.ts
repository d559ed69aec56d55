import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { SyslogAddress } from '@/server/env';
import { syslogLine } from './syslog-line';

const patienceMs = 5_000;

/**
 * Sends a line to a collector of syslog. By TCP the message is framed by its length, and it counts as sent once the collector's machine has taken
 * it; by UDP nobody answers, so only what cannot leave at all is a failure.
 *
 * @throws Error when it could not be sent in five seconds
 * @source RFC 6587, 3.4.1 (TCP); RFC 5426 (UDP)
 */
export async function sendHead({ protocol, host, port }: SyslogAddress, text: string, at: Date): Promise<void> {
  const message = Buffer.from(syslogLine(text, at));
  if (protocol === 'tcp:') return sendByTcp({ host, port }, Buffer.concat([Buffer.from(`${message.length} `), message]));
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.send(message, port, host, (error) => (error ? reject(error) : resolve()));
    });
  } finally {
    socket.close();
  }
}

async function sendByTcp(to: { host: string; port: number }, framed: Buffer): Promise<void> {
  const socket = connect(to);
  const signal = AbortSignal.timeout(patienceMs);
  try {
    await once(socket, 'connect', { signal });
    socket.end(framed);
    // Not before the other side has closed as well: a message that is only in our own buffers has not been sent.
    socket.resume();
    await once(socket, 'close', { signal });
  } finally {
    socket.destroy();
  }
}

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What a mail server does with the next mail. `drop`: breaks the connection at once. `take_and_drop`: keeps the mail and breaks off before it says so.
 * `refuse`: says not now. `refuse_for_good`: there is no such address. `delay`: takes its time.
 */
export type MailFault = 'drop' | 'take_and_drop' | 'refuse' | 'refuse_for_good' | 'delay';

export interface TakenMail {
  id: string;
  to: string;
  /** As it came, base64 and quoted-printable undone. */
  text: string;
}

/** A mail server on this machine. What it does with each connection is said before; without a word it takes the mail. */
export async function aMailServer() {
  const taken: TakenMail[] = [];
  const faults: MailFault[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    const fault = faults.shift();
    if (fault === 'drop') return socket.destroy();
    converse(socket, fault, taken);
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    taken,
    faults,
    port: (server.address() as AddressInfo).port,
    async stop() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, fault: MailFault | undefined, taken: TakenMail[]): void {
  let waiting = '';
  let body: string | null = null;
  let to = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const end = async (mail: string) => {
    if (fault === 'refuse') return say('451 not now');
    taken.push(read(mail, to));
    if (fault === 'take_and_drop') return socket.destroy();
    if (fault === 'delay') await sleep(20);
    return say('250 taken');
  };
  const hear = (line: string) => {
    if (body !== null) {
      if (line !== '.') {
        body += `${line}\n`;
        return;
      }
      const mail = body;
      body = null;
      void end(mail);
      return;
    }
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO' || word === 'HELO') say('250 mail.example');
    else if (word === 'RCPT') {
      to = /<([^>]*)>/.exec(line)?.[1] ?? '';
      say(fault === 'refuse_for_good' ? '550 no such address' : '250 ok');
    } else if (word === 'DATA') {
      body = '';
      say('354 go on');
    } else if (word === 'QUIT') socket.end('221 bye\r\n');
    else say('250 ok');
  };
  say('220 mail.example');
  socket.on('data', (bytes) => {
    waiting += bytes.toString('latin1');
    for (let at = waiting.indexOf('\r\n'); at >= 0; at = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, at);
      waiting = waiting.slice(at + 2);
      hear(line);
    }
  });
}

function read(mail: string, to: string): TakenMail {
  const [head = '', ...rest] = mail.split('\n\n');
  const body = rest.join('\n\n');
  const text = /base64/i.test(head)
    ? Buffer.from(body, 'base64').toString('utf8')
    : Buffer.from(
        body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8');
  return { id: /^Message-ID: <([^>]*)>/im.exec(head)?.[1] ?? '', to, text: `${head}\n\n${text}` };
}

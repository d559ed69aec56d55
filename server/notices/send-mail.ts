import { createTransport } from 'nodemailer';
import { isThisMachine } from '@/server/this-machine';
import type { MailServer } from './outgoing';
import { NotSent } from './trouble';

export interface Mail {
  /** Of the message it belongs to: one that is sent again has the same. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** Nobody waits for a mail server longer than this. */
const patienceMs = 10_000;

/**
 * Hands a mail to the server, one connection each. It is over when the server has said that it has taken it.
 *
 * @throws NotSent
 */
export async function sendMail(server: MailServer, { id, to, subject, text }: Mail): Promise<void> {
  if (hasControls(to) || hasControls(subject) || hasControls(server.from)) throw new NotSent('receiver', true);
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    ...(server.login ? { auth: server.login } : {}),
    // A password never goes over a network in the open.
    requireTLS: server.login !== null && !isThisMachine(server.host),
    ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs, dnsTimeout: patienceMs },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    await transport.sendMail({
      from: { name: '年报', address: server.from },
      // Given apart, an address is never read as a list of them.
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@${server.from.split('@').at(-1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
  } catch (error) {
    throw troubleOf(error);
  } finally {
    transport.close();
  }
}

/** A line's end in a head would begin another one. */
function hasControls(words: string): boolean {
  return /\p{Cc}/u.test(words);
}

function troubleOf(error: unknown): NotSent {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS') return new NotSent('sign_in');
  const isForGood = responseCode !== undefined && responseCode >= 500;
  if (code === 'EENVELOPE') return new NotSent('receiver', isForGood);
  return new NotSent(responseCode === undefined ? 'away' : 'refused');
}

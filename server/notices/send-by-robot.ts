import { createHmac } from 'node:crypto';
import type { Robot } from './outgoing';
import { NotSent } from './trouble';

/** Nobody waits for a robot longer than this. */
const patienceMs = 10_000;
const longestAnswer = 64 * 1024;

/**
 * Has a robot write into its group chat, in the format of its kind. It is over when the robot's house has said that it has taken it.
 *
 * @param message.id of the message: one that is sent again has the same, for whoever looks
 * @throws NotSent
 * @source 企业微信 群机器人配置说明; 钉钉 自定义机器人接入; 飞书 自定义机器人使用指南
 */
export async function sendByRobot(robot: Robot, message: { id: string; text: string }, now: Date): Promise<void> {
  const { url, body } = requestOf(robot, message.text, now);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': message.id },
    body: JSON.stringify(body),
    // Where it leads was looked at once; it leads nowhere else.
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  })
    .then(async (response) => ({ ok: response.ok, text: await boundedText(response) }))
    .catch(() => {
      throw new NotSent('away');
    });
  if (!answer.ok || !isTaken(answer.text)) throw new NotSent('refused');
}

export function requestOf({ kind, url, secret }: Robot, text: string, now: Date): { url: string; body: unknown } {
  if (kind === 'wecom') return { url, body: { msgtype: 'text', text: { content: text } } };
  if (kind === 'dingtalk') {
    const body = { msgtype: 'text', text: { content: text } };
    if (secret === null) return { url, body };
    const timestamp = String(now.getTime());
    const signed = new URL(url);
    signed.searchParams.set('timestamp', timestamp);
    signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
    return { url: signed.href, body };
  }
  const body = { msg_type: 'text', content: { text } };
  if (secret === null) return { url, body };
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { url, body: { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64'), ...body } };
}

/** All three answer 200 to what they do not take, and say so by a number of their own. */
function isTaken(text: string): boolean {
  try {
    const { errcode, code, StatusCode } = JSON.parse(text) as Record<string, unknown>;
    return (errcode ?? code ?? StatusCode) === 0;
  } catch {
    return false;
  }
}

async function boundedText(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    if (text.length > longestAnswer) return '';
  }
  return text;
}

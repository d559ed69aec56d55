import { z } from 'zod';
import type { RobotKind } from '@/server/domain/notices';
import { isThisMachine } from '@/server/this-machine';

/** How what people are told leaves the house. Addresses and secrets come from the environment alone: no page shows, takes or changes one. */
export interface Outgoing {
  /** Null: no mail is sent. */
  mail: MailServer | null;
  /** Group chats that are told what concerns everybody. */
  robots: readonly Robot[];
  /** The address people type, without a slash at its end. */
  address: string;
}

export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte; else STARTTLS where there is a password or it is offered. */
  isSecure: boolean;
  login: { user: string; pass: string } | null;
  /** In whose name: an address. */
  from: string;
}

export interface Robot {
  kind: RobotKind;
  /** With the key that is a part of it. */
  url: string;
  /** What its messages are signed with, where the robot asks for it. */
  secret: string | null;
}

/** Where the robots of the three live. */
const knownHosts: Record<RobotKind, readonly string[]> = {
  wecom: ['qyapi.weixin.qq.com'],
  dingtalk: ['oapi.dingtalk.com'],
  feishu: ['open.feishu.cn', 'open.larksuite.com'],
};

const mailAddress = z.email('must be a mail address').max(200);

export const outgoingFields = {
  NIANBAO_SMTP: z
    .string()
    .refine(isMailServer, 'must be smtp://host or smtps://host, with user:password@ and :port where needed')
    .optional(),
  NIANBAO_MAIL_FROM: mailAddress.optional(),
  NIANBAO_ROBOT_WECOM: z.string().optional(),
  NIANBAO_ROBOT_DINGTALK: z.string().optional(),
  NIANBAO_ROBOT_DINGTALK_SECRET: z.string().optional(),
  NIANBAO_ROBOT_FEISHU: z.string().optional(),
  NIANBAO_ROBOT_FEISHU_SECRET: z.string().optional(),
  NIANBAO_ROBOT_HOSTS: z
    .string()
    .transform((list) => list.split(',').flatMap((host) => host.trim().toLowerCase() || []))
    .default([]),
};

type Fields = z.infer<z.ZodObject<typeof outgoingFields>> & { NEXTAUTH_URL?: string | undefined };

/** What is wrong with it as a whole, by variable. The address itself is never said: it holds the key. */
export function outgoingFaults(env: Fields): { path: string; message: string }[] {
  const faults: { path: string; message: string }[] = [];
  const robots = robotsOf(env);
  const isMeant = env.NIANBAO_SMTP !== undefined || env.NIANBAO_MAIL_FROM !== undefined;
  if (isMeant && (env.NIANBAO_SMTP === undefined || env.NIANBAO_MAIL_FROM === undefined))
    faults.push({
      path: env.NIANBAO_SMTP === undefined ? 'NIANBAO_SMTP' : 'NIANBAO_MAIL_FROM',
      message: '发邮件须同时设置 NIANBAO_SMTP 和 NIANBAO_MAIL_FROM / mail is configured by half: this is missing',
    });
  if ((isMeant || robots.length > 0) && env.NEXTAUTH_URL === undefined)
    faults.push({
      path: 'NEXTAUTH_URL',
      message: '邮件和机器人消息里的链接要用这个地址 / the links in mails and messages are made of it: this is missing',
    });
  for (const { kind, url } of robots)
    if (!isRobotAddress(kind, url, env.NIANBAO_ROBOT_HOSTS))
      faults.push({
        path: `NIANBAO_ROBOT_${kind.toUpperCase()}`,
        message: `须是 https:// 地址，主机为 ${knownHosts[kind].join('、')}；私有部署的主机请列入 NIANBAO_ROBOT_HOSTS / must be https:// at one of these hosts, or at one that NIANBAO_ROBOT_HOSTS names`,
      });
  return faults;
}

export function outgoingOf(env: Fields): Outgoing {
  const { NIANBAO_SMTP: smtp, NIANBAO_MAIL_FROM: from } = env;
  return {
    mail: smtp && from ? mailServerOf(smtp, from) : null,
    robots: robotsOf(env),
    address: (env.NEXTAUTH_URL ?? '').replace(/\/+$/, ''),
  };
}

function robotsOf(env: Fields): Robot[] {
  const robot = (kind: RobotKind, url: string | undefined, secret: string | undefined): Robot[] =>
    url === undefined ? [] : [{ kind, url, secret: secret ?? null }];
  return [
    ...robot('wecom', env.NIANBAO_ROBOT_WECOM, undefined),
    ...robot('dingtalk', env.NIANBAO_ROBOT_DINGTALK, env.NIANBAO_ROBOT_DINGTALK_SECRET),
    ...robot('feishu', env.NIANBAO_ROBOT_FEISHU, env.NIANBAO_ROBOT_FEISHU_SECRET),
  ];
}

/** Only where the three have their robots, so that a slip or a hand at the configuration leads to nothing inside the house. */
function isRobotAddress(kind: RobotKind, address: string, further: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  const isNamed = further.includes(host);
  if (!isNamed && !knownHosts[kind].includes(host)) return false;
  return protocol === 'https:' || (protocol === 'http:' && isNamed && isThisMachine(hostname));
}

function isMailServer(address: string): boolean {
  if (!/^smtps?:\/\//.test(address) || !URL.canParse(address)) return false;
  const { hostname, pathname, search, hash } = new URL(address);
  return hostname !== '' && ['', '/'].includes(pathname) && search === '' && hash === '';
}

function mailServerOf(address: string, from: string): MailServer {
  const url = new URL(address);
  const isSecure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    isSecure,
    login: url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    from,
  };
}

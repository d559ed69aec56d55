import proxyAddr from 'proxy-addr';
import { z } from 'zod';
import type { Sentence } from './domain/sentence';
import { type Outgoing, outgoingFaults, outgoingFields, outgoingOf } from './notices/outgoing';
import { isThisMachine } from './this-machine';

export { isThisMachine } from './this-machine';

/** Of the key that seals cookies and second factors, wherever it stands. */
export const leastSecretLength = 32;

const fields = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  NIANBAO_DATA: z.string().min(1).default('.nianbao/data'),
  NIANBAO_OVERLAY: z.string().optional(),
  NIANBAO_BACKUPS: z.string().optional(),
  NIANBAO_BACKUP_MINUTES: z.coerce.number().int().min(0).max(1440).default(15),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  NEXTAUTH_URL: z.string().url().optional(),
  NIANBAO_TRUSTED_PROXIES: z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((address) => address.trim())
        .filter(Boolean),
    )
    .refine(areAddresses, 'must be addresses or ranges such as 10.0.0.0/8, with commas; a name is none')
    .default([]),
  NEXTAUTH_SECRET: z.string().min(leastSecretLength, `needs at least ${leastSecretLength} characters`).optional(),
  NIANBAO_LOG: z.string().optional(),
  NIANBAO_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
  NIANBAO_SYSLOG: z
    .string()
    .regex(
      /^(?:udp|tcp):\/\/(?:\[[0-9a-fA-F:]+\]|[\w.-]+)(?::\d{1,5})?$/,
      'must be udp://host or tcp://host, with :port where it is not 514 or 601',
    )
    .optional(),
  NIANBAO_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  NIANBAO_METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  NIANBAO_OIDC_ISSUER: z
    .url('must be an address')
    .refine(isIssuer, '须是 https:// 地址（本机除外），不带 ? 和 # / must begin with https:// (but on this machine), without ? and #')
    .optional(),
  NIANBAO_OIDC_CLIENT_ID: z.string().optional(),
  NIANBAO_OIDC_CLIENT_SECRET: z.string().optional(),
  NIANBAO_OIDC_NAME: z.string().max(20, 'at most 20 characters fit on the button').optional(),
  ...outgoingFields,
});

/** An identity provider is configured whole, or not at all. */
const schema = fields.superRefine((env, { addIssue }) => {
  for (const { path, message } of outgoingFaults(env)) addIssue({ code: 'custom', path: [path], message });
  const isMeant = Object.entries(env).some(([name, value]) => name.startsWith('NIANBAO_OIDC_') && value !== undefined);
  if (!isMeant) return;
  const missing = (['NIANBAO_OIDC_ISSUER', 'NIANBAO_OIDC_CLIENT_ID', 'NEXTAUTH_URL'] as const).filter((name) => env[name] === undefined);
  const message =
    '统一身份认证没有配置完整，还须设置这一项（NEXTAUTH_URL 决定认证后回到哪里） / the identity provider is configured by half: this is missing (NEXTAUTH_URL decides where people come back to)';
  for (const name of missing) addIssue({ code: 'custom', path: [name], message });
});

/** A collector of syslog. */
export interface SyslogAddress {
  protocol: 'udp:' | 'tcp:';
  host: string;
  port: number;
}

export interface Env {
  port: number;
  host: string;
  dataFolder: string;
  /** The city's overlay of the rule pack; null: `overlay.json` in the data folder, if there is one. */
  overlayFile: string | null;
  /** Where backups are kept; null: `backups` in the data folder. */
  backupFolder: string | null;
  /** Minutes from one backup to the next, where something has changed; 0: the office makes its backups in another way. */
  backupMinutes: number;
  databaseUrl: string | null;
  /** The same database without a pooler between; null: `databaseUrl` leads to the server itself. */
  directUrl: string | null;
  /** The address people type; required when the app is not on loopback. */
  publicUrl: string | null;
  secret: string | null;
  /** Addresses and ranges of reverse proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  isLoopback: boolean;
  /** The browser reaches the app by https: something in front of it ends TLS. */
  isHttps: boolean;
  /** The file that the log is written to; null: standard error. */
  log: string | null;
  /** Null: `info`, or only warnings where a person reads it on a terminal. */
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent' | null;
  /** Where the head of the event log is sent, so that a machine of its own keeps it; null: nowhere. */
  syslog: SyslogAddress | null;
  /** Metrics are given on a port of their own, behind a token, or not at all. */
  metrics: { port: number | null; token: string | null };
  /** The office's own identity provider; null: people sign in by password alone. */
  identity: IdentityProvider | null;
  /** How what people are told leaves the house. */
  outgoing: Outgoing;
}

/** Who says by OpenID Connect who somebody is. */
export interface IdentityProvider {
  issuer: string;
  clientId: string;
  /** Null: a public client, which PKCE alone protects. */
  clientSecret: string | null;
  /** What the button says. */
  name: string;
}

/**
 * The configuration, read once at the start.
 *
 * @throws Error with one line per variable that cannot be used
 */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const env = parsed.data;
  if (env.DATABASE_DIRECT_URL && !env.DATABASE_URL) throw new Error('DATABASE_DIRECT_URL: stands beside DATABASE_URL, which is missing');
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: env.NIANBAO_DATA,
    overlayFile: env.NIANBAO_OVERLAY ?? null,
    backupFolder: env.NIANBAO_BACKUPS ?? null,
    backupMinutes: env.NIANBAO_BACKUP_MINUTES,
    databaseUrl: env.DATABASE_URL ?? null,
    directUrl: env.DATABASE_DIRECT_URL ?? null,
    publicUrl: env.NEXTAUTH_URL ?? null,
    secret: env.NEXTAUTH_SECRET ?? null,
    trustedProxies: env.NIANBAO_TRUSTED_PROXIES,
    isLoopback: isThisMachine(env.HOST),
    isHttps: env.NEXTAUTH_URL?.startsWith('https:') ?? false,
    log: env.NIANBAO_LOG ?? null,
    logLevel: env.NIANBAO_LOG_LEVEL ?? null,
    syslog: env.NIANBAO_SYSLOG ? syslogAddress(env.NIANBAO_SYSLOG) : null,
    metrics: { port: env.NIANBAO_METRICS_PORT ?? null, token: env.NIANBAO_METRICS_TOKEN ?? null },
    identity: identityProvider(env),
    outgoing: outgoingOf(env),
  };
}

function identityProvider(env: z.infer<typeof fields>): IdentityProvider | null {
  const { NIANBAO_OIDC_ISSUER: issuer, NIANBAO_OIDC_CLIENT_ID: clientId } = env;
  if (issuer === undefined || clientId === undefined) return null;
  return { issuer, clientId, clientSecret: env.NIANBAO_OIDC_CLIENT_SECRET ?? null, name: env.NIANBAO_OIDC_NAME ?? '统一身份认证' };
}

/** Over the network whoever stands between could say that they are anybody. */
function isIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname));
}

/** The ports that the standards give: 514 by UDP, 601 by TCP. */
function syslogAddress(given: string): SyslogAddress {
  const protocol = given.startsWith('tcp:') ? 'tcp:' : 'udp:';
  const { hostname, port } = new URL(given.replace(protocol, 'http:'));
  const isNamed = /:\d+$/.test(given);
  return { protocol, host: hostname.replace(/^\[|\]$/g, ''), port: isNamed ? Number(port || 80) : protocol === 'tcp:' ? 601 : 514 };
}

/** What to tell whoever starts the app: it runs, and something of it will not be as they think. */
export function startWarnings(env: Env): Sentence[] {
  // By an address that people type, and not straight: something stands in front, on this machine or to end TLS.
  if (env.publicUrl === null || env.trustedProxies.length > 0 || !(env.isLoopback || env.isHttps)) return [];
  return [
    {
      zh: '提醒：已设置 NEXTAUTH_URL，但没有用 NIANBAO_TRUSTED_PROXIES 写明反向代理的地址。所有请求看起来都来自代理本身：操作记录里没有真实地址，输错密码的次数也不能按地址分开计算。代理就在本机时，请设置 NIANBAO_TRUSTED_PROXIES=127.0.0.1。',
      en: 'Note: NEXTAUTH_URL is set, and NIANBAO_TRUSTED_PROXIES names no reverse proxy. Every request seems to come from the proxy itself: the log has no true addresses, and wrong passwords cannot be counted by address. For a proxy on this machine set NIANBAO_TRUSTED_PROXIES=127.0.0.1.',
    },
  ];
}

/**
 * A proxy stands in front that the configuration does not name, so that all that is seen of a request is the proxy's own address. Whoever opens the
 * app by an address of this machine needs no proxy.
 */
export function hidesAddresses(env: Env): boolean {
  if (env.publicUrl === null || env.trustedProxies.length > 0 || isThisMachine(new URL(env.publicUrl).hostname)) return false;
  return env.isLoopback || env.isHttps;
}

/** Asked at the start, so that a slip of the pen is not first met by the request that would have been believed. */
function areAddresses(trusted: string[]): boolean {
  try {
    proxyAddr.compile(trusted);
    return true;
  } catch {
    return false;
  }
}

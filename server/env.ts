import proxyAddr from 'proxy-addr';
import { z } from 'zod';

const schema = z.object({
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
  NEXTAUTH_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  NIANBAO_LOG: z.string().optional(),
  NIANBAO_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
  NIANBAO_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  NIANBAO_METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
});

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
  /** The address people type; required when the app is not on loopback. */
  publicUrl: string | null;
  secret: string | null;
  /** Addresses and ranges of reverse proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  isLoopback: boolean;
  /** The file that the log is written to; null: standard error. */
  log: string | null;
  /** Null: `info`, or only warnings where a person reads it on a terminal. */
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent' | null;
  /** Metrics are given on a port of their own, behind a token, or not at all. */
  metrics: { port: number | null; token: string | null };
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
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: env.NIANBAO_DATA,
    overlayFile: env.NIANBAO_OVERLAY ?? null,
    backupFolder: env.NIANBAO_BACKUPS ?? null,
    backupMinutes: env.NIANBAO_BACKUP_MINUTES,
    databaseUrl: env.DATABASE_URL ?? null,
    publicUrl: env.NEXTAUTH_URL ?? null,
    secret: env.NEXTAUTH_SECRET ?? null,
    trustedProxies: env.NIANBAO_TRUSTED_PROXIES,
    isLoopback: ['127.0.0.1', 'localhost', '::1'].includes(env.HOST),
    log: env.NIANBAO_LOG ?? null,
    logLevel: env.NIANBAO_LOG_LEVEL ?? null,
    metrics: { port: env.NIANBAO_METRICS_PORT ?? null, token: env.NIANBAO_METRICS_TOKEN ?? null },
  };
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

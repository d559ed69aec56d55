import type { IncomingHttpHeaders } from 'node:http';
import type { Store } from '@/db/store';
import type { AppCaller } from './api/root';
import type { SessionEnds } from './auth/session-ends';
import type { Overlay } from './domain/checks';
import type { Sentence } from './domain/sentence';
import type { Env } from './env';
import type { RefusalCode } from './errors';
import type { WorkRoom } from './work/work-room';

/**
 * What the process holds once. It lives on globalThis because Next's bundle and `server/main.ts` are two module graphs: a
 * module-level singleton would exist twice. Pages reach the store only through the same procedures as the browser.
 */
export interface Runtime {
  env: Env;
  store: Store;
  isDemonstration: boolean;
  /** What this deployment changes in the rule pack: read once, at the start. */
  overlay: Overlay | null;
  /** Threads for heavy work; null: it is done on this one. */
  room: WorkRoom | null;
  sessionEnds: SessionEnds;
  secret: string;
  /** People reach the app by https. */
  isSecure: boolean;
  /** Procedures called from a page, in the name of whoever sent this request. */
  callerFor: (headers: IncomingHttpHeaders) => Promise<AppCaller>;
  /** Writes down that whoever sent this request came to a page that is not theirs; once, however many parts of the page were refused. */
  noteRefusedPage: (headers: IncomingHttpHeaders, refused: PageRefusal) => Promise<void>;
  /** For next-auth: checks a password, or opens the demonstration's door, and starts a session. Null when refused. */
  signIn: (
    input: { username: string; password: string } | { demonstrationUser: string },
    headers: IncomingHttpHeaders,
  ) => Promise<SignInOutcome>;
  /** The second step, where the first ended half-way. */
  signInByCode: (code: string, headers: IncomingHttpHeaders) => Promise<SignInOutcome>;
  signOut: (sid: string) => Promise<void>;
  isSessionAlive: (sid: string) => Promise<boolean>;
}

/** As much of a refusal as the log keeps. */
export interface PageRefusal {
  code: RefusalCode;
  sentence: Sentence;
}

export type SignInOutcome =
  | { ok: true; userId: string; name: string; sid: string }
  /** `halfway`: what the browser keeps for the second step, with the code `second_factor`. */
  | { ok: false; code: string; retryAfterSeconds?: number | null; halfway?: string };

const holder = globalThis as typeof globalThis & { __nianbao?: Runtime };

export function setRuntime(runtime: Runtime): void {
  holder.__nianbao = runtime;
}

/** @throws Error when asked before `server/main.ts` has opened the store */
export function getRuntime(): Runtime {
  if (!holder.__nianbao) throw new Error('the app was not started by server/main.ts');
  return holder.__nianbao;
}

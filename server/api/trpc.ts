import { randomUUID } from 'node:crypto';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import type { Store } from '@/db/store';
import { notSignedIn } from '@/server/auth/actor-now';
import { refusalBeforeAll } from '@/server/auth/before-all';
import type { ConfirmDoor } from '@/server/auth/confirm-person';
import type { Source } from '@/server/auth/guesses';
import type { IdentityDoor } from '@/server/auth/identity/identity-door';
import type { BackupStanding } from '@/server/backup/standing';
import type { CommandContext } from '@/server/commands/command';
import { onWire } from '@/server/domain/wire';
import { type RefusalCode, Refused } from '@/server/errors';
import { faultSentence, refusalOf } from '@/server/fault';
import { currentRequest, noteCall, noteFault } from '@/server/log/request-scope';
import type { Outgoing } from '@/server/notices/outgoing';
import type { Actor } from '@/server/views/access';
import { openedByNobody, requireSamePerson, type SendingPage } from './same-person';
import { requireShallow } from './shallow-json';
import { requireVisibleText } from './visible-text';

export interface ApiContext {
  store: Store;
  /** Null: nobody is signed in. */
  actor: Actor | null;
  /** Everything a command needs but the actor. */
  command: Omit<CommandContext, 'actor'>;
  isDemonstration: boolean;
  /** How the office stands with its backups, which lie outside the store. */
  backups: () => Promise<BackupStanding>;
  page: SendingPage;
  /** From where somebody asks who may prove here who they are. */
  from: Source;
  /** By what a person may say again who they are. */
  door: ConfirmDoor;
  /** The way to the office's identity provider, where one is configured. */
  identity?: IdentityDoor | null;
  /** How what people are told leaves the house. */
  outgoing?: Outgoing | null;
}

const httpCodes: Record<RefusalCode, TRPCError['code']> = {
  not_signed_in: 'UNAUTHORIZED',
  other_person: 'UNAUTHORIZED',
  not_found: 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  wrong_status: 'PRECONDITION_FAILED',
  past_due: 'PRECONDITION_FAILED',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
  own_work: 'FORBIDDEN',
  obstacles: 'PRECONDITION_FAILED',
  too_many: 'TOO_MANY_REQUESTS',
  no_font: 'PRECONDITION_FAILED',
  storage_full: 'SERVICE_UNAVAILABLE',
  work_failed: 'INTERNAL_SERVER_ERROR',
  password_too_old: 'FORBIDDEN',
  second_factor_missing: 'FORBIDDEN',
  unavailable: 'SERVICE_UNAVAILABLE',
  // A fault of another house: nothing here needs to be taken out of service for it.
  provider_away: 'PRECONDITION_FAILED',
};

/** What was sent is more than is taken: a sentence of its own, wherever it was noticed. Null: something else is wrong. */
function tooLong({ code, cause }: TRPCError): Refused | null {
  const issues =
    code === 'BAD_REQUEST' && cause && 'issues' in cause ? (cause.issues as { code?: string; origin?: string; maximum?: number }[]) : [];
  const issue = issues.find((one) => one.code === 'too_big' && one.origin === 'string');
  if (!issue && code !== 'PAYLOAD_TOO_LARGE') return null;
  const [zh, en] = issue?.maximum ? [`（最多 ${issue.maximum} 字）`, ` (at most ${issue.maximum} characters)`] : ['', ''];
  return new Refused('invalid', {
    zh: `内容太长${zh}，没有保存。请缩短，或者分几次提交。`,
    en: `This is too long${en} and was not saved. Shorten it, or send it in parts.`,
  });
}

/** superjson itself calls itself: what is sent is looked at before it. What goes packed is plain JSON and goes past it. */
const transformer = {
  serialize: (answer: unknown) => onWire(answer) ?? superjson.serialize(answer),
  deserialize(sent: Parameters<typeof superjson.deserialize>[0]): unknown {
    requireShallow(sent);
    return superjson.deserialize(sent);
  },
};

const t = initTRPC.context<ApiContext>().create({
  transformer,
  /**
   * A refusal reaches the browser as its code, its sentence in both languages and its details; anything else says nothing of the inside but
   * the number under which the log has it.
   */
  errorFormatter({ shape, error, ctx }) {
    const { cause } = error;
    const reference = currentRequest()?.id ?? ctx?.command.requestId ?? '';
    const refused = cause instanceof Refused ? cause : tooLong(error);
    const refusal = refused ? { code: refused.code, sentence: refused.sentence, details: refused.details } : null;
    const isFault = !refusal && error.code === 'INTERNAL_SERVER_ERROR';
    const issues =
      error.code === 'BAD_REQUEST' && cause && 'issues' in cause
        ? (cause.issues as { path: PropertyKey[]; message: string }[]).map((issue) => ({
            path: issue.path.join('.'),
            message: issue.message,
          }))
        : null;
    return {
      ...shape,
      message: refusal?.sentence.zh ?? (isFault ? faultSentence(reference).zh : shape.message),
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        path: shape.data.path,
        refusal,
        issues,
        ...(isFault ? { reference } : {}),
      },
    };
  },
});

/** A refusal, or the store in trouble, as tRPC's error; null: a bug. */
function translated(error: unknown, reference: string): TRPCError | null {
  const refused = refusalOf(error, reference);
  if (!refused) return null;
  return withDigest(
    new TRPCError({ code: httpCodes[refused.code], message: refused.sentence.zh, cause: refused }),
    refused.code,
    reference,
  );
}

/** Next gives a page's error to the browser as its digest and nothing else: what kind it is, and the number under which the log has it. */
function withDigest<T extends Error>(error: T, kind: 'fault' | RefusalCode, reference: string): T {
  return Object.assign(error, { digest: `${kind}.${reference}` });
}

/** What failed inside is the operator's to hear of; a refusal is nobody's but the person's. */
function told(thrown: unknown, reference: string, where: { procedure?: string } = {}): TRPCError {
  const trouble = translated(thrown, reference);
  noteFault(trouble ? 'trouble with the store' : 'fault', thrown, where);
  if (trouble) return trouble;
  const fault =
    thrown instanceof TRPCError
      ? thrown
      : new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: faultSentence(reference).zh, cause: thrown });
  return withDigest(fault, 'fault', reference);
}

/** A store that cannot say who is asking is told of as one that cannot say anything else. */
export async function contextOrTrouble<T>(making: Promise<T>): Promise<T> {
  return making.catch((error: unknown) => {
    throw told(error, currentRequest()?.id ?? randomUUID());
  });
}

/** Commands throw `Refused`; it becomes a tRPC error here, once. A full disk, or a database that is away, is no bug, and is told as what it is. */
const translateRefusals = t.middleware(async ({ next, path, ctx }) => {
  const startedAt = performance.now();
  const result = await next();
  const ended = (outcome: string) => noteCall({ procedure: path, outcome, ms: performance.now() - startedAt });
  if (result.ok) {
    ended('ok');
    return result;
  }
  const { cause, code } = result.error;
  const refused = refusalOf(cause, ctx.command.requestId);
  ended(refused?.code ?? code.toLowerCase());
  if (cause instanceof Refused) throw translated(cause, ctx.command.requestId);
  if (!refused && code !== 'INTERNAL_SERVER_ERROR') return result;
  throw told(cause ?? result.error, ctx.command.requestId, { procedure: path });
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Every change names the person its page was opened for. Here, below every procedure, so that none can forget to ask. */
const samePerson = t.middleware(({ ctx, type, path, next }) => {
  if (type === 'mutation' && ctx.actor && !openedByNobody.has(path)) requireSamePerson(ctx.actor, ctx.page);
  return next();
});

/** Nothing is kept that nobody sees. Here, below every procedure, so that a new one is asked too. */
const visibleText = t.middleware(async ({ type, path, getRawInput, next }) => {
  if (type === 'mutation') requireVisibleText(path, await getRawInput());
  return next();
});

/** Open to anybody: only what the sign-in and set-up pages need. */
export const publicProcedure = t.procedure.use(translateRefusals).use(samePerson).use(visibleText);

/** For somebody signed in; the command context carries who. What they may do is each procedure's own question. */
export const procedure = publicProcedure.use(({ ctx, path, next }) => {
  const { actor } = ctx;
  if (!actor) throw new TRPCError({ code: 'UNAUTHORIZED', cause: notSignedIn() });
  const refused = refusalBeforeAll(actor, path);
  if (refused) throw new TRPCError({ code: httpCodes[refused.code], message: refused.sentence.zh, cause: refused });
  return next({ ctx: { ...ctx, actor, command: { ...ctx.command, actor } satisfies CommandContext } });
});

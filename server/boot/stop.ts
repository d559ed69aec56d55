import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '@/db/store';

export interface StopPatience {
  answersMs: number;
  storeMs: number;
}

/** Together less than the runner's own patience of eight seconds, after which it ends the process group. */
const usual: StopPatience = { answersMs: 5_000, storeMs: 1_500 };
/** Threads that are still at work are ended; their patience is a part of the store's. */
const othersMs = 700;
/** Turns of the loop, not a time: on a busy machine each takes longer and what had arrived is the same. People who go on asking end it. */
const arrivalTurns = 64;

export interface Stopping {
  /** Closed when the process ends, after every connection; what was opened last is closed first. */
  closes: (part: Pick<Store, 'close'>) => void;
  /** What is in flight on it is answered first. Said before it listens. */
  answers: (server: Server) => void;
  /** Ends in the same way, of itself. */
  end: (exitCode: number) => void;
}

/**
 * On a signal, and when the runner that started this process is gone: answers what is in flight, closes every connection, then the
 * store, so that its log file is folded in, and ends. The store is closed also when somebody is not answered in time.
 *
 * Said before anything is opened, so that a signal during the start closes what is open by then.
 */
export function stopWhenTold(patience = usual): Stopping {
  const parts: Pick<Store, 'close'>[] = [];
  let serving: { server: Server; connections: ReturnType<typeof follow> } | null = null;
  let isStopping = false;

  const stop = async () => {
    if (serving) await answerAndClose(serving.server, serving.connections, patience.answersMs);
    const late = sleep(patience.storeMs).then(() => Promise.reject(new Error('the store does not close')));
    await Promise.race([closeInTurn(parts), late]);
  };
  const end = (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    // What is still under way, a start among it, finds the store closed: that is no news.
    process.removeAllListeners('uncaughtException').on('uncaughtException', () => {});
    stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        process.stderr.write(`stopping: ${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const told of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(told, () => end(0));
  return {
    end,
    closes(part) {
      parts.unshift(part);
    },
    answers(server) {
      serving = { server, connections: follow(server) };
    },
  };
}

async function answerAndClose(server: Server, connections: ReturnType<typeof follow>, patienceMs: number): Promise<void> {
  await connections.untilNoneArrives();
  const answered = new Promise<void>((resolve) => server.close(() => resolve()));
  connections.closeWithLastAnswer();
  await Promise.race([answered, sleep(patienceMs)]);
  const unanswered = connections.cut();
  if (unanswered > 0) process.stderr.write(`stopping: not answered in time: ${unanswered}\n`);
}

/**
 * Every connection with the answers that are still owed on it. Node's own lists are not enough: they count a connection that has
 * never asked, or has sent half a request, as busy, and once the server is closed nothing times such a one out.
 */
function follow(server: Server) {
  const owedOn = new Map<Socket, Set<ServerResponse>>();
  let arrivals = 0;
  let isClosing = false;

  server.on('connection', (socket) => {
    arrivals += 1;
    owedOn.set(socket, new Set());
    socket.once('close', () => owedOn.delete(socket));
  });
  server.prependListener('request', ({ socket }, response) => {
    arrivals += 1;
    const owed = owedOn.get(socket);
    owed?.add(response);
    if (isClosing) endWith(response);
    response.once('close', () => {
      owed?.delete(response);
      if (isClosing && owed?.size === 0) socket.destroySoon();
    });
  });

  return {
    /** What reached this machine before the signal is in flight, also where this process has not looked yet: a turn of the loop takes some. */
    async untilNoneArrives(): Promise<void> {
      for (let turns = 0, quiet = 0; turns < arrivalTurns && quiet < 3; turns += 1) {
        const seen = arrivals;
        await nextTurn();
        quiet = seen === arrivals ? quiet + 1 : 0;
      }
    },
    /** Connections that owe nothing are closed now, the others with the last answer they owe. */
    closeWithLastAnswer(): void {
      isClosing = true;
      for (const [socket, owed] of owedOn) {
        const last = [...owed].at(-1);
        if (last) endWith(last);
        else socket.destroySoon();
      }
    },
    /** @returns how many answers stay owed */
    cut(): number {
      const unanswered = [...owedOn.values()].reduce((sum, owed) => sum + owed.size, 0);
      for (const socket of owedOn.keys()) socket.destroy();
      return unanswered;
    },
  };
}

/** An event stream would never end by itself. It is broken off, and not ended: its writer learns of it, its page asks again. */
function endWith(response: ServerResponse): void {
  if (response.req.headers.accept?.includes('text/event-stream')) response.socket?.destroySoon();
  else response.shouldKeepAlive = false;
}

/** The store, which was opened first, is closed last, and whatever became of the others. */
async function closeInTurn(parts: readonly Pick<Store, 'close'>[]): Promise<void> {
  const [store, ...others] = parts.toReversed();
  for (const part of others.toReversed()) await Promise.race([part.close().catch(() => {}), sleep(othersMs)]);
  await store?.close();
}

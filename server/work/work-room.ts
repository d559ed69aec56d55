import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { storageTrouble } from '@/db/store';
import type { StoreConfig } from '@/db/store/open-store';
import type { Sentence } from '@/server/domain/sentence';
import { type RefusalCode, Refused } from '@/server/errors';
import { type Log, silentLog } from '@/server/log/log';
import { noteTrouble } from '@/server/log/note-trouble';
import { currentRequest, noteFault } from '@/server/log/request-scope';
import { threadFile } from '@/server/programs.mjs';
import { hearError, type ToldError } from '@/server/told-error';
import { FairQueue } from './fair-queue';
import type { Work } from './index';
import type { Job } from './job';
import { type InputOf, type JobName, jobs, type OutputOf } from './jobs';
import { left } from './left';

/** What a thread is sent, and what it answers. */
export interface Order {
  store: StoreConfig;
  name: string;
  input: unknown;
}
export type Answer =
  | { made: unknown }
  | { refused: { code: RefusalCode; sentence: Refused['sentence']; details: unknown } }
  | { failed: ToldError };

/** Where something is that was asked for: behind so many others in the row, or under way. */
export type WorkState = { state: 'queued'; ahead: number } | { state: 'working' };

export interface Asker {
  signal?: AbortSignal;
  watch?: (ask: () => WorkState) => void;
}

export interface WorkRoom {
  /**
   * @param asker.signal ends what waits or is under way, when nobody waits for it any more
   * @param asker.watch hears of everything that is asked how its state can be asked for
   */
  of(person: string, store: StoreConfig, asker?: Asker): Work;
  /** How much waits and how much is under way. */
  readonly standing: { waiting: number; underWay: number };
  /** What waits is refused; what is under way has a moment. */
  close(): Promise<void>;
}

export interface RoomWanted {
  /** Of which one is for pages alone. */
  threads?: number;
  /** Threads that are started at once and stay, so that nobody waits for their start. */
  ready?: number;
  /** Of JavaScript objects, for each thread; one that needs more ends, and only its job with it. */
  memoryMb?: number;
  /** For one job, from its beginning. */
  patienceMs?: number;
  most?: { inAll: number; ofOne: number };
  /** What befalls a thread while it does nothing for anybody. */
  log?: Log;
  /** The program of a thread, for tests. */
  program?: URL;
}

type Lane = 'page' | 'file';

type Bounds = Pick<Job<unknown, unknown, unknown>, 'lane' | 'patienceMs'>;

interface Waiting {
  lane: Lane;
  begin: () => void;
  refuse: (why: Refused) => void;
}

const closingMs = 2_000;
/** What a thread makes is mostly rubbish a moment later; Node would let 48 MB of it lie in each before it looks. */
const youngMb = 16;

/**
 * Threads beside the one that answers people, for what takes long. Each has its own read-only connection and sees what was committed when its
 * job began. A thread that breaks, or whose job takes too long, is replaced; its job is answered with a sentence.
 */
export function openWorkRoom(wanted: RoomWanted = {}): WorkRoom {
  const { ready = 0, memoryMb = 1_024, patienceMs = 120_000, most = { inAll: 200, ofOne: 60 }, log = silentLog } = wanted;
  const threads = wanted.threads ?? Math.min(4, Math.max(2, availableParallelism()));
  const pool = new Piscina({
    filename: wanted.program ? fileURLToPath(wanted.program) : threadFile('thread', 'server/work/thread.mjs'),
    minThreads: ready,
    maxThreads: threads,
    idleTimeout: 600_000,
    // Between jobs a thread minds its database connection instead of sleeping on a lock.
    atomics: 'disabled',
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
  });
  // Without a listener, a thread that breaks between two jobs would be the end of the process.
  pool.on('error', (error: unknown) => noteTrouble(log, 'a worker thread broke', error));
  const queues: Record<Lane, FairQueue<Waiting>> = { page: new FairQueue(most), file: new FairQueue(most) };
  const underWay: Record<Lane, number> = { page: 0, file: 0 };
  let isClosed = false;

  const isFree = (lane: Lane) => underWay.page + underWay.file < threads && (lane === 'page' || underWay.file < Math.max(1, threads - 1));

  function turn(): void {
    for (const lane of ['page', 'file'] as const)
      for (let next = isFree(lane) && queues[lane].next(); next; next = isFree(lane) && queues[lane].next()) {
        underWay[lane] += 1;
        next.begin();
      }
  }

  async function run(
    order: Order,
    { lane, patienceMs: ownPatienceMs = patienceMs }: Bounds,
    person: string,
    { signal: gone, watch }: Asker,
  ): Promise<unknown> {
    if (isClosed) throw closing();
    await new Promise<void>((resolve, reject) => {
      if (gone?.aborted) return reject(left());
      const waiting: Waiting = {
        lane,
        begin: () => {
          gone?.removeEventListener('abort', leave);
          resolve();
        },
        refuse: reject,
      };
      const leave = () => {
        if (queues[lane].remove(person, waiting)) reject(left());
      };
      gone?.addEventListener('abort', leave, { once: true });
      if (!queues[lane].add(person, waiting)) return reject(tooMany());
      watch?.(() => {
        const ahead = queues[lane].before(person, waiting);
        return ahead === null ? { state: 'working' } : { state: 'queued', ahead };
      });
      turn();
    });
    const patience = AbortSignal.timeout(Math.min(patienceMs, ownPatienceMs));
    try {
      const answer = (await pool.run(order, { signal: gone ? AbortSignal.any([gone, patience]) : patience })) as Answer;
      if ('made' in answer) return answer.made;
      if ('failed' in answer) throw hearError(answer.failed);
      throw new Refused(answer.refused.code, answer.refused.sentence, answer.refused.details);
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (gone?.aborted) throw left();
      // A full disk or a database that is away is no fault of the thread's: the door tells it as it tells its own.
      if (storageTrouble(error)) throw error;
      if (isClosed) throw closing();
      noteFault('a job failed', error, { job: order.name });
      throw patience.aborted ? tooLong() : broken();
    } finally {
      underWay[lane] -= 1;
      turn();
    }
  }

  return {
    of: (person, store, asker = {}) => ({
      do: <N extends JobName>(name: N, input: InputOf<N>) =>
        run(
          { store: { dataFolder: store.dataFolder, databaseUrl: store.databaseUrl }, name, input },
          jobs[name] ?? { lane: 'file' },
          person,
          asker,
        ) as Promise<OutputOf<N>>,
    }),
    get standing() {
      return { waiting: queues.page.size + queues.file.size, underWay: underWay.page + underWay.file };
    },
    async close() {
      isClosed = true;
      for (const queue of Object.values(queues)) for (const { refuse } of queue.drain()) refuse(closing());
      await Promise.race([pool.close(), sleep(closingMs, undefined, { ref: false })]);
      await pool.destroy();
    },
  };
}

function tooMany(): Refused {
  return new Refused('too_many', {
    zh: '正在生成的文件太多，这一次没有排上。请等前面的完成后再试。',
    en: 'Too many files are being made, and this one was not taken. Try again when some are done.',
  });
}

function tooLong(): Refused {
  const number = numbered();
  return new Refused('work_failed', {
    zh: `生成时间过长，已停止。请稍后重试；再次出现时请告诉管理员${number.zh}。`,
    en: `This took too long and was stopped. Try again later; tell the administrator if it happens again${number.en}.`,
  });
}

function broken(): Refused {
  const number = numbered();
  return new Refused('work_failed', {
    zh: `生成时出错，已停止并记录；其他工作不受影响。请重试；再次出现时请告诉管理员${number.zh}。`,
    en: `Something broke while this was being made; it is logged, and nothing else is touched. Try again; tell the administrator if it happens again${number.en}.`,
  });
}

/** The number under which the log has it. Nobody who asked has one outside of a request. */
function numbered(): Sentence {
  const request = currentRequest();
  return request ? { zh: `（编号 ${request.id}）`, en: ` (number ${request.id})` } : { zh: '', en: '' };
}

function closing(): Refused {
  return new Refused('work_failed', {
    zh: '服务器正在停止，没有生成。请在重新启动后再试。',
    en: 'The server is stopping; nothing was made. Try again when it is back.',
  });
}

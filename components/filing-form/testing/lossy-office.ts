import type { FilingForm } from '@/server/queries/filing-form';
import { type OutboxEntry, textPlace } from '../outbox/entry';
import { createOutbox, type Outbox, type Reply } from '../outbox/outbox';
import { memoryStorage, type OutboxStorage } from '../outbox/outbox-storage';
import type { Answer } from '../outbox/settle';
import { storageWithSpare } from '../outbox/spare';
import { createFormStore, type FormStore } from '../store/form-store';
import { saveState } from '../top/save-state';
import { aForm } from './a-form';
import { namedInMemory } from './named-in-memory';
import { allThatFollows, createSchedule, type Schedule } from './schedule';

export const places = ['s3.new_received.natural_person', 's3.new_received.commercial_enterprise', textPlace] as const;
export type Place = (typeof places)[number];
export type Fate = 'arrives' | 'request_lost' | 'answer_lost' | 'signed_out' | 'refused';

export interface Stored {
  place: Place;
  raw: string;
  version: number;
  /** Null: a person elsewhere. */
  changeId: string | null;
}

/** What a person did and saw, in the order it happened. */
export type Deed =
  /** `isGone`: it was only on the screen when the browser crashed. */
  | { kind: 'typed'; owner: string; place: Place; shown: string; raw: string; isGone: boolean }
  | { kind: 'chose'; place: Place; mine: string; theirs: string | null; isMine: boolean };

/** The server: cells with versions, every change it took in order, and which change numbers it has done. */
function createServer() {
  const log: Stored[] = [];
  const newest = (place: string): Stored | undefined => log.findLast((one) => one.place === place);
  const answerTo = ({ changeId, place, raw, baseVersion }: OutboxEntry): Answer => {
    const done = log.find((one) => one.changeId === changeId);
    if (done) return { changeId, outcome: 'same', version: done.version };
    const now = newest(place);
    const version = now?.version ?? 0;
    if (now?.raw === raw) return { changeId, outcome: 'same', version };
    if (version !== baseVersion)
      return { changeId, outcome: 'conflict', version, raw: now?.raw ?? '', savedAt: '2026-10-10T01:00:00.000Z' };
    log.push({ place: place as Place, raw, version: version + 1, changeId });
    return { changeId, outcome: 'saved', version: version + 1 };
  };
  return {
    log,
    newest,
    answer: (batch: readonly OutboxEntry[]): Answer[] => batch.map(answerTo),
    saveElsewhere(place: Place, raw: string) {
      log.push({ place, raw, version: (newest(place)?.version ?? 0) + 1, changeId: null });
    },
    form(): FilingForm {
      const form = aForm(Object.fromEntries(places.flatMap((place) => (newest(place) ? [[place, newest(place)?.raw ?? '']] : []))));
      for (const [id, one] of Object.entries(form.stored)) one.version = newest(id)?.version ?? 0;
      const text = newest(textPlace);
      return { ...form, contribution: { text: text?.raw ?? '', version: text?.version ?? 0, savedBy: '' } };
    },
  };
}

export type Server = ReturnType<typeof createServer>;

/** A page of the form: what a person sees in it and does with it. */
export interface Screen {
  text(place: Place): string;
  mark(place: Place): string;
  saveMark(): string;
  type(place: Place, raw: string): void;
  /** An input method begins in a place, if none is at work. */
  compose(place: Place): void;
  composing(): Place | null;
  /** What came out of it; null: it was called off. */
  endComposing(raw: string | null): void;
  /** Conflicts that are shown, as the cards say. */
  cards(): readonly OutboxEntry[];
  store: FormStore;
  outbox: Outbox | null;
  /** The page goes: what it holds is handed over, whether its outbox has been read or not. */
  handOver(): void;
}

/** One person in one browser with two tabs on one form, on a network that loses things, and others who save elsewhere. */
export interface LossyOffice {
  server: Server;
  deeds: Deed[];
  schedule: Schedule;
  /** What becomes of the next requests. */
  fates: Fate[];
  screen(tab: number): Screen | null;
  type(tab: number, place: Place, raw: string): void;
  /** Types again what stood there before. */
  typeBack(tab: number, place: Place): void;
  decide(tab: number, nth: number, isMine: boolean): void;
  refresh(tab: number): void;
  wake(tab: number): void;
  /**
   * `isCrash`: the page is not told that it goes, and what it had not handed over is lost. `isCut`: what was on its way to the disk does not
   * reach it; what is in the spare was there at once.
   */
  leave(tab: number, how: { isCrash: boolean; isCut: boolean }): Promise<void>;
  open(tab: number): void;
}

export function createLossyOffice({ hasLocks }: { hasLocks: boolean }): LossyOffice {
  const schedule = createSchedule();
  const server = createServer();
  const deeds: Deed[] = [];
  const fates: Fate[] = [];
  const kept = memoryStorage();
  const spare = namedInMemory();
  /** What each page gave its outbox. */
  const handedOver = new Set<string>();
  const pages: ({ owner: string; screen: Screen; isGone: boolean } | null)[] = [null, null];
  let ids = 0;
  let requests = 0;
  let clock = Date.parse('2026-10-11T01:00:00Z');

  const diskOf = (owner: string): OutboxStorage => {
    const run = async <T>(work: () => Promise<T>): Promise<T> => {
      const done = await schedule.turn('disk', owner, work);
      return schedule.turn(`${owner} hears the disk`, owner, () => done);
    };
    const disk: OutboxStorage = {
      isDurable: true,
      load: (userId) => run(() => kept.load(userId)),
      write: (write) => run(() => kept.write(write)),
      change: (userId, decide) => run(() => kept.change(userId, decide)),
    };
    return storageWithSpare(disk, spare);
  };

  let holder: string | null = null;
  let queue: { owner: string; enter: () => void }[] = [];
  const passOn = (): void => {
    const next = queue.shift();
    holder = next?.owner ?? null;
    if (next) void schedule.turn(`${next.owner} gets the lock`, next.owner, next.enter);
  };
  const aloneOf =
    (owner: string) =>
    async <T>(work: () => Promise<T>): Promise<T> => {
      if (!hasLocks) return work();
      await new Promise<void>((enter) => {
        queue.push({ owner, enter });
        if (holder === null) passOn();
      });
      try {
        return await work();
      } finally {
        if (holder === owner) passOn();
      }
    };

  async function request<T>(owner: string, fate: Fate, work: () => T): Promise<T | null> {
    const lane = `request ${++requests}`;
    const answer = await schedule.turn(lane, 'network', () => (fate === 'request_lost' ? null : work()));
    return schedule.turn(lane, owner, () => (fate === 'answer_lost' ? null : answer));
  }

  function sendOf(owner: string) {
    return async (batch: readonly OutboxEntry[]): Promise<Reply> => {
      const fate = fates.shift() ?? 'arrives';
      const reply = await request(owner, fate, (): Reply => {
        if (fate === 'signed_out') return { kind: 'signed_out' };
        // A server refuses a request for what is in it: what it has done before it answers for.
        if (fate === 'refused' && !batch.every(({ changeId }) => server.log.some((one) => one.changeId === changeId)))
          return { kind: 'refused', code: 'wrong_status', sentence: { zh: '不行', en: 'no' } };
        return { kind: 'answered', answers: server.answer(batch) };
      });
      return reply ?? { kind: 'lost' };
    };
  }

  function pageOf(tab: number, owner: string, form: FilingForm): Screen {
    // The rules come late and change no text: without them.
    const store = createFormStore(form, '沈', async () => null);
    const inputs = new Map(places.map((place) => [place, viewOf(place)]));
    let knownConflicts = '';
    let composing: Place | null = null;
    function viewOf(place: Place): { text: string; revision: number; saving: string } {
      return place === textPlace ? store.contribution.get() : store.cell(place).get();
    }
    function draw(place: Place): void {
      const view = viewOf(place);
      // As the inputs do: only a text from elsewhere is written into one, and never while it composes.
      if (place !== composing && inputs.get(place)?.revision !== view.revision) inputs.set(place, view);
    }
    for (const place of places) (place === textPlace ? store.contribution : store.cell(place)).subscribe(() => draw(place));
    const screen: Screen = {
      store,
      outbox: null,
      text: (place) => inputs.get(place)?.text ?? '',
      mark: (place) => viewOf(place).saving,
      saveMark() {
        const { entries, connection } = screen.outbox?.status.get() ?? { entries: [], connection: 'ok' as const };
        const problems = entries.filter((entry) => entry.problem).length;
        const hasSaved = store.lastSavedAt.get() !== null;
        const isTyping = store.isComposing.get() || store.hasUnsaved.get();
        return saveState({ isTyping, waiting: entries.length - problems, problems, connection, canEdit: true, hasSaved });
      },
      type(place, raw) {
        const before = inputs.get(place) ?? viewOf(place);
        inputs.set(place, { ...before, text: raw });
        store.type(place, raw);
      },
      compose(place) {
        composing ??= place;
        store.hold(composing);
      },
      composing: () => composing,
      endComposing(raw) {
        if (!composing) return;
        const place = composing;
        screen.type(place, raw ?? screen.text(place));
        store.release();
        composing = null;
        draw(place);
      },
      cards: () => screen.outbox?.status.get().entries.filter((entry) => entry.problem) ?? [],
      handOver: () => store.commit(outbox),
    };
    const made = createOutbox({
      userId: 'clerk',
      storage: diskOf(owner),
      send: sendOf(owner),
      alone: aloneOf(owner),
      tellTabs() {
        const other = 1 - tab;
        const page = pages[other];
        if (page) void schedule.turn(`${page.owner} is told`, page.owner, () => page.screen.outbox?.wake());
      },
      now: () => ++clock,
      random: () => 0,
      newId: () => `c${++ids}`,
      later(_ms, work) {
        let isOff = false;
        void schedule.turn(`${owner} tries again`, owner, () => isOff || work());
        return () => {
          isOff = true;
        };
      },
    });
    const outbox: Outbox = {
      ...made,
      add(change) {
        handedOver.add(`${owner} ${change.place} ${change.raw}`);
        return made.add(change);
      },
    };
    store.takeUp(spare.of('clerk'));
    void outbox.open().then(() => {
      screen.outbox = outbox;
      store.connect(outbox);
      const look = () => {
        const known = screen
          .cards()
          .map((entry) => entry.changeId)
          .join(' ');
        if (known !== '' && known !== knownConflicts) office.refresh(tab);
        knownConflicts = known;
      };
      outbox.status.subscribe(look);
      look();
    });
    return screen;
  }

  const office: LossyOffice = {
    server,
    deeds,
    schedule,
    fates,
    screen: (tab) => pages[tab]?.screen ?? null,
    type(tab, place, raw) {
      const screen = office.screen(tab);
      if (!screen) return;
      // A hand types in one place.
      if (screen.composing() !== place) screen.endComposing(null);
      deeds.push({ kind: 'typed', owner: pages[tab]?.owner ?? '', place, shown: screen.text(place), raw, isGone: false });
      if (screen.composing()) screen.endComposing(raw);
      else screen.type(place, raw);
    },
    typeBack(tab, place) {
      const before = deeds.findLast((deed) => deed.kind === 'typed' && deed.owner === pages[tab]?.owner && deed.place === place);
      if (before?.kind === 'typed' && !office.screen(tab)?.composing()) office.type(tab, place, before.shown);
    },
    decide(tab, nth, isMine) {
      const cards = office.screen(tab)?.cards() ?? [];
      const card = cards[nth % cards.length];
      if (!card?.problem) return;
      office.screen(tab)?.endComposing(null);
      const theirs = card.problem.kind === 'conflict' ? card.problem.raw : null;
      deeds.push({ kind: 'chose', place: card.place as Place, mine: card.raw, theirs, isMine });
      const outbox = office.screen(tab)?.outbox;
      if (isMine) outbox?.sendAgain(card.changeId);
      else outbox?.discard(card.changeId);
    },
    refresh(tab) {
      const page = pages[tab];
      if (!page) return;
      const fate = fates[0] === 'request_lost' || fates[0] === 'answer_lost' ? fates[0] : 'arrives';
      void request(page.owner, fate, () => server.form()).then((form) => form && page.screen.store.refresh(form));
    },
    wake: (tab) => office.screen(tab)?.outbox?.wake(),
    async leave(tab, { isCrash, isCut }) {
      const page = pages[tab];
      if (!page) return;
      if (!isCrash) page.screen.handOver();
      // What is only on the screen is lost in a crash, and nothing else ever.
      for (const deed of deeds)
        if (isCrash && deed.kind === 'typed' && deed.owner === page.owner && !handedOver.has(`${page.owner} ${deed.place} ${deed.raw}`))
          deed.isGone = true;
      pages[tab] = null;
      schedule.drop(page.owner, (lane) => lane === 'disk' && !isCut);
      queue = queue.filter((one) => one.owner !== page.owner);
      if (holder === page.owner) passOn();
      await allThatFollows();
    },
    open(tab) {
      if (pages[tab]) return;
      const owner = `tab ${tab}.${++ids}`;
      void request(owner, 'arrives', () => server.form()).then((form) => {
        if (form && !pages[tab]) pages[tab] = { owner, screen: pageOf(tab, owner, form), isGone: false };
      });
    },
  };
  return office;
}

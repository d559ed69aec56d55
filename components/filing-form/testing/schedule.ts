/** What is under way at one time: requests, answers, disk, messages between tabs. The run decides what comes next, not the machine. */
export interface Schedule {
  /**
   * Does the work when its turn comes. What stands in one lane keeps its order; lanes overtake each other.
   *
   * @param owner the tab that waits for it; when the tab is gone nobody does
   */
  turn<T>(lane: string, owner: string, work: () => T | Promise<T>): Promise<T>;
  /** Lanes with something in them, in the order they were first used. */
  lanes(): string[];
  /** Does the next of a lane, and whatever follows from it at once. */
  step(lane: string): Promise<void>;
  /** The tab is gone: what it waited for is never done. `keeps`: lanes whose work was already handed over. */
  drop(owner: string, keeps: (lane: string) => boolean): void;
}

interface Turn {
  owner: string;
  run: () => Promise<void>;
}

export function createSchedule(): Schedule {
  const turns = new Map<string, Turn[]>();
  const gone = new Set<string>();
  return {
    turn(lane, owner, work) {
      if (gone.has(owner)) return new Promise(() => {});
      return new Promise((resolve, reject) => {
        const run = async () => {
          try {
            resolve(await work());
          } catch (error) {
            reject(error);
          }
        };
        turns.set(lane, [...(turns.get(lane) ?? []), { owner, run }]);
      });
    },
    lanes: () => [...turns].filter(([, waiting]) => waiting.length > 0).map(([lane]) => lane),
    async step(lane) {
      await turns.get(lane)?.shift()?.run();
      await allThatFollows();
    },
    drop(owner, keeps) {
      gone.add(owner);
      for (const [lane, waiting] of turns)
        if (!keeps(lane))
          turns.set(
            lane,
            waiting.filter((one) => one.owner !== owner),
          );
    },
  };
}

/** Everything that needs no turn of its own: promises that follow from promises. */
export function allThatFollows(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What processes on one database tell each other. A topic is what it is about, for whoever listens. */
export type Topic = 'session.ended' | 'presence' | 'findings';

/** @param about which one; null: some may have been missed meanwhile, look for yourself */
export type Listener = (about: string | null) => void;

export interface Told {
  topic: Topic;
  about: string;
}

/** Who listens in this process. What one of them throws is nobody else's: not the others', and not that of whoever told. */
export class Listeners {
  readonly #of = new Map<Topic, Set<Listener>>();
  readonly #failed: (error: Error) => void;

  constructor(failed: (error: Error) => void) {
    this.#failed = failed;
  }

  /** @returns no longer listens */
  add(topic: Topic, listener: Listener): () => void {
    const listening = this.#of.get(topic) ?? new Set();
    this.#of.set(topic, listening.add(listener));
    return () => listening.delete(listener);
  }

  pass({ topic, about }: Told): void {
    for (const listener of this.#of.get(topic) ?? []) this.#tell(listener, about);
  }

  passMissed(): void {
    for (const listening of this.#of.values()) for (const listener of listening) this.#tell(listener, null);
  }

  #tell(listener: Listener, about: string | null): void {
    try {
      listener(about);
    } catch (error) {
      this.#failed(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** What waits, person by person: who asks for twenty files at once has one of them done for every one of each other person's. */
export class FairQueue<Item> {
  private readonly waiting = new Map<string, Item[]>();
  private count = 0;

  constructor(private readonly most: { inAll: number; ofOne: number }) {}

  get size(): number {
    return this.count;
  }

  /** @returns false when no more is taken, from this person or from anybody */
  add(person: string, item: Item): boolean {
    const own = this.waiting.get(person) ?? [];
    if (this.count >= this.most.inAll || own.length >= this.most.ofOne) return false;
    own.push(item);
    this.waiting.set(person, own);
    this.count += 1;
    return true;
  }

  /** How many have their turn before this one, as things stand; null when it does not wait. */
  before(person: string, item: Item): number | null {
    const at = this.waiting.get(person)?.indexOf(item) ?? -1;
    if (at < 0) return null;
    let [count, isBefore] = [at, true];
    for (const [other, { length }] of this.waiting) {
      if (other === person) isBefore = false;
      else count += Math.min(length, isBefore ? at + 1 : at);
    }
    return count;
  }

  /** The oldest of the person whose turn it is; that person is then last in the row. */
  next(): Item | undefined {
    const [first] = this.waiting;
    if (!first) return undefined;
    const [person, own] = first;
    const item = own.shift();
    this.waiting.delete(person);
    if (own.length > 0) this.waiting.set(person, own);
    this.count -= 1;
    return item;
  }

  /** Whoever no longer waits. */
  remove(person: string, item: Item): boolean {
    const own = this.waiting.get(person) ?? [];
    const at = own.indexOf(item);
    if (at < 0) return false;
    own.splice(at, 1);
    if (own.length === 0) this.waiting.delete(person);
    this.count -= 1;
    return true;
  }

  /** Takes all that waits. */
  *drain(): Generator<Item> {
    for (let item = this.next(); item !== undefined; item = this.next()) yield item;
  }
}

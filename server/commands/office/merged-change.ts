import { latestEvents } from '@/db/store';
import { timeAt } from '@/server/domain/periods';
import type { Sentence } from '@/server/domain/sentence';
import { mergeFacts } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import type { CommandTx } from '../command';

/** How far back the log is asked who changed a fact: what a form showed is hardly older. */
const maxEventsAsked = 200;

type Payload = Record<string, unknown>;

/**
 * What a form changes of a record, so that nobody's setting is undone by somebody who did not see it (`mergeFacts`).
 *
 * @param of.seen what the form showed; without it everything that is wanted is taken as it is
 * @param of.event which event changes such a record, of which object, and whether it is about this record; not asked where `by` tells
 * @param of.names what the facts are called; `print` how a value is read by a person
 * @throws Refused conflict with `{ conflicts }`: both values, who changed it and when
 */
export async function requireMergedChange<Facts extends object>(
  tx: CommandTx,
  of: {
    stored: Facts;
    seen: Partial<Facts> | undefined;
    wanted: Partial<Facts>;
    /** Who changed it last, where the record itself says so. */
    by?: { name: string; at: Date };
    event?: {
      kind: string;
      objectType: string;
      objectId: string;
      isOf?: (payload: Payload) => boolean;
      /** Whether it changed the fact; without it, whether the fact is among those it names. */
      isAbout?: (payload: Payload, fact: keyof Facts & string) => boolean;
    };
    names: Readonly<Record<keyof Facts & string, Sentence>>;
    print: (fact: keyof Facts & string, value: unknown) => Sentence;
  },
): Promise<Partial<Facts>> {
  const { change, conflicts } = mergeFacts<Facts>({ stored: of.stored, seen: of.seen ?? {}, wanted: of.wanted });
  if (conflicts.length === 0) return change;
  const changes = of.event ? await changesOf(tx, of.event) : [];
  const told = conflicts.map(({ fact, stored, wanted }) => {
    const event = changes.find(({ payload }) => (of.event?.isAbout ?? namesFact)(payload, fact)) ?? null;
    const by = of.by?.name ?? event?.actorName ?? null;
    const at = of.by?.at.toISOString() ?? event?.at ?? null;
    return { fact, stored: of.print(fact, stored), wanted: of.print(fact, wanted), by, at, name: of.names[fact] };
  });
  const who = (one: (typeof told)[number], nobody: string) => (one.by && one.at ? `${one.by} ${timeAt(new Date(one.at))}` : nobody);
  throw new Refused(
    'conflict',
    {
      zh: `您打开之后已有改动，没有保存：${told
        .map((one) => `“${one.name.zh}”现为“${one.stored.zh}”（${who(one, '他人')} 改），您要改为“${one.wanted.zh}”`)
        .join('；')}。请刷新后再改。`,
      en: `It has changed since you opened it; nothing was saved: ${told
        .map((one) => `"${one.name.en}" is now "${one.stored.en}" (${who(one, 'somebody else')}); you want "${one.wanted.en}"`)
        .join('; ')}. Reload and change it again.`,
    },
    { conflicts: told.map(({ name: _, ...one }) => one) },
  );
}

async function changesOf(
  tx: CommandTx,
  {
    kind,
    objectType,
    objectId,
    isOf = () => true,
  }: { kind: string; objectType: string; objectId: string; isOf?: (payload: Payload) => boolean },
) {
  const events = await latestEvents(tx, { objectType, objectId, kindPrefix: kind, limit: maxEventsAsked });
  return events.map(({ payload, actorName, at }) => ({ payload: payload as Payload, actorName, at })).filter((one) => isOf(one.payload));
}

function namesFact(payload: Payload, fact: string): boolean {
  return fact in ((payload as { after?: object }).after ?? {});
}

import { latestEvents } from '@/db/store';
import { timeAt } from '@/server/domain/periods';
import type { Sentence } from '@/server/domain/sentence';
import { mergeFacts } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import type { CommandTx } from '../command';

/** How far back the log is asked who changed a fact: what a form showed is hardly older. */
const maxEventsAsked = 200;

/**
 * What a form changes of a record, so that nobody's setting is undone by somebody who did not see it (`mergeFacts`).
 *
 * @param of.seen what the form showed; without it everything that is wanted is taken as it is
 * @param of.event which event changes such a record, of which object, and whether it is about this record
 * @param of.names what the facts are called; `print` how a value is read by a person
 * @throws Refused conflict with `{ conflicts }`: both values, who changed it and when
 */
export async function requireMergedChange<Facts extends object>(
  tx: CommandTx,
  of: {
    stored: Facts;
    seen: Partial<Facts> | undefined;
    wanted: Partial<Facts>;
    event: { kind: string; objectType: string; objectId: string; isOf?: (payload: Record<string, unknown>) => boolean };
    names: Record<keyof Facts & string, Sentence>;
    print: (fact: keyof Facts & string, value: unknown) => Sentence;
  },
): Promise<Partial<Facts>> {
  const { change, conflicts } = mergeFacts<Facts>({ stored: of.stored, seen: of.seen ?? {}, wanted: of.wanted });
  if (conflicts.length === 0) return change;
  const { kind, objectType, objectId, isOf = () => true } = of.event;
  const events = (await latestEvents(tx, { objectType, objectId, kindPrefix: kind, limit: maxEventsAsked })).filter((event) =>
    isOf(event.payload as Record<string, unknown>),
  );
  const told = conflicts.map(({ fact, stored, wanted }) => {
    const event = events.find((one) => fact in ((one.payload as { after?: object }).after ?? {})) ?? null;
    const by = event?.actorName ?? null;
    const at = event?.at ?? null;
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

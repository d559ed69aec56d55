import { listUnits, writeSetting } from '@/db/store';
import { contentHash } from '@/server/domain/audit';
import type { Sentence } from '@/server/domain/sentence';
import { type ContentGroup, contentGroups, type SigningStep, stepsFault } from '@/server/domain/signing';
import { mergeOrder } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { signingSteps } from '@/server/views/signing-view';
import { type CommandContext, runCommand } from '../command';
import { requireMergedChange } from '../office/merged-change';

/**
 * Sets who signs a report before it is finalised, in order; an empty list: nobody. One list for every report. Signatures name
 * their step by its key, so renaming and reordering leaves them where they are; what a step comes to answer for is signed anew.
 * Each step is one fact, since who signs and for what are read together, and so is the order.
 *
 * @param input.seen the list that was on the screen
 * @throws Refused not_found, forbidden, conflict (somebody else set the same step, or the order, otherwise meanwhile), invalid
 */
export async function setSigningSteps(
  context: CommandContext,
  input: { steps: readonly SigningStep[]; seen: readonly SigningStep[] },
): Promise<void> {
  await runCommand(context, 'report.set_steps', async (tx) => {
    const root = (await listUnits(tx)).find((unit) => unit.parentId === null);
    if (!root) throw notFound();
    await tx.lock('signing steps');
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(context.actor, 'year.manage', { unitPath: root.path, status: null });
    const [stored, seen, wanted] = [await signingSteps(tx), input.seen, input.steps].map((steps) => steps.map(tidy)) as Three;
    const fault = stepsFault(wanted);
    if (fault) throw new Refused('invalid', fault);
    const merged = mergeOrder({ stored: stored.map(keyOf), seen: seen.map(keyOf), wanted: wanted.map(keyOf) });
    const keys = [...new Set([...stored, ...seen, ...wanted].map(keyOf))];
    const facts = (steps: readonly SigningStep[], order: string): StepFacts => ({
      ...Object.fromEntries(keys.map((key) => [stepFact(key), steps.find((step) => step.key === key) ?? null])),
      order,
    });
    const change = await requireMergedChange<StepFacts>(tx, {
      stored: facts(stored, merged === null ? namesOf(stored) : ''),
      seen: facts(seen, merged === null ? namesOf(seen) : ''),
      wanted: facts(wanted, merged === null ? namesOf(wanted) : ''),
      event: {
        kind: 'report.steps_set',
        objectType: 'unit',
        objectId: root.id,
        isAbout: ({ changed }, fact) => Array.isArray(changed) && changed.includes(fact),
      },
      names: {
        ...Object.fromEntries(keys.map((key) => [stepFact(key), nameOf(key, stored, seen, wanted)])),
        order: { zh: '顺序', en: 'order' },
      },
      print: printFact,
    });
    const steps = (merged ?? []).flatMap((key) => {
      const changed = change[stepFact(key)];
      const step = changed === undefined ? stored.find((one) => one.key === key) : changed;
      return step && typeof step !== 'string' ? [step] : [];
    });
    if (contentHash(stored) === contentHash(steps)) return;
    // What each of two people set may contradict itself together.
    const together = stepsFault(steps);
    if (together) throw new Refused('invalid', together);
    await writeSetting(tx, 'signingSteps', steps);
    const changed = [...Object.keys(change), ...(isMoved(stored, steps) ? ['order'] : [])];
    tx.record('report.steps_set', { before: stored.map((step) => step.name), after: steps.map((step) => step.name), changed });
  });
}

type Three = [SigningStep[], SigningStep[], SigningStep[]];

/** Every step by its key, null where there is none; and their order, where both changed it. */
type StepFacts = Record<string, SigningStep | string | null>;

const keyOf = (step: SigningStep) => step.key;
const stepFact = (key: string) => `step ${key}`;
const namesOf = (steps: readonly SigningStep[]) => steps.map((step) => step.name).join(' → ');

function isMoved(before: readonly SigningStep[], after: readonly SigningStep[]): boolean {
  const among = (one: readonly SigningStep[], other: readonly SigningStep[]) =>
    one
      .map(keyOf)
      .filter((key) => other.some((step) => step.key === key))
      .join();
  return among(before, after) !== among(after, before);
}

/** Its parts in one order: two steps that say the same are the same. */
function tidy({ key, name, role, answersFor, isPerEdition }: SigningStep): SigningStep {
  return { key, name: name.trim(), role, answersFor: contentGroups.filter((group) => answersFor.includes(group)), isPerEdition };
}

function nameOf(key: string, ...lists: readonly (readonly SigningStep[])[]): Sentence {
  const name = lists.flat().find((step) => step.key === key)?.name ?? key;
  return { zh: name, en: name };
}

const roleNames: Record<SigningStep['role'], Sentence> = {
  reviewer: { zh: '审核员', en: 'reviewer' },
  admin: { zh: '管理员', en: 'administrator' },
  head: { zh: '分管领导', en: 'head' },
};

const groupNames: Record<ContentGroup, Sentence> = {
  tables: { zh: '表格', en: 'tables' },
  texts: { zh: '文字', en: 'texts' },
  reasons: { zh: '理由', en: 'reasons' },
};

function printFact(_: string, value: unknown): Sentence {
  if (value === null) return { zh: '没有这一步', en: 'no such step' };
  if (typeof value === 'string') return { zh: value, en: value };
  const { name, role, answersFor, isPerEdition } = value as SigningStep;
  const of = (language: 'zh' | 'en') => answersFor.map((group) => groupNames[group][language]);
  return {
    zh: `${name}，${roleNames[role].zh}，对${of('zh').join('、')}负责${isPerEdition ? '，每版重签' : ''}`,
    en: `${name}, ${roleNames[role].en}, answers for ${of('en').join(', ')}${isPerEdition ? ', every edition anew' : ''}`,
  };
}

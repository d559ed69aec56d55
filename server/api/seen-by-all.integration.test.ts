import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter } from './root';

/** What a change carries of what was on the screen: a change of it since is refused, or merged. */
const carries = ['seen', 'seenHash', 'submissionNumber', 'baseVersion', 'version', 'over', 'boundTo'] as const;

/** Where it stands deeper in the input: which part it is in. */
const carriedIn: Record<string, string> = {
  'filing.save': 'changes',
  'review.approveMany': 'items',
  'report.finaliseMany': 'items',
  'office.setOpenings': 'values',
  'slip.write': 'slip',
};

/**
 * Changes that carry nothing of it, and why nobody's setting is undone by them. A change that sets something which people see and set
 * again does not belong here.
 *
 * adds: something new; two that are alike are refused or one. once: a thing is settled; done already, it is refused or nothing happens.
 * target: says what is to be, of two; who says the same twice changes nothing, and both values are known. own: of the actor's own, or of
 * their account. decision: bound to the state, told by whom and when it was decided meanwhile. latest: the last word stands, by one unit's
 * people or one report's writers, and the log keeps each.
 */
const carriesNothing: Record<string, 'adds' | 'once' | 'target' | 'own' | 'decision' | 'latest'> = {
  'attachment.sendPiece': 'own',
  'attachment.add': 'adds',
  'attachment.remove': 'once',
  'contribution.ask': 'adds',
  'contribution.withdraw': 'once',
  'filing.declare': 'target',
  'filing.restateOpening': 'latest',
  'filing.withdrawRestatement': 'once',
  'filing.noteRule': 'adds',
  'filing.answerRemark': 'latest',
  'filing.replyToRemark': 'adds',
  'filing.comment': 'adds',
  // The newest comment that was seen: its id.
  'filing.resolveThread': 'decision',
  'filing.markFollowUp': 'own',
  // The unit's newest word stands; the office answers the one it saw.
  'deadline.ask': 'latest',
  'filing.startPractice': 'own',
  'filing.clearPractice': 'own',
  'filing.endPractice': 'own',
  'filing.recall': 'decision',
  'person.openLink': 'own',
  'person.setPassword': 'own',
  'person.setUp': 'own',
  'account.changePassword': 'own',
  'person.goToProvider': 'own',
  'account.goToProvider': 'own',
  'account.unbindIdentity': 'own',
  'account.turnOnSecondFactor': 'own',
  'account.turnOffSecondFactor': 'own',
  'account.renewRecoveryCodes': 'own',
  'account.endSession': 'own',
  'notice.read': 'own',
  'notice.choose': 'own',
  'notice.retry': 'once',
  // Who was chased within a day is asked about, and sent is left out.
  'chase.send': 'adds',
  'announcement.publish': 'adds',
  'announcement.withdraw': 'once',
  'account.setTelephone': 'own',
  'account.endOtherSessions': 'own',
  'phrases.add': 'adds',
  // One step up or down from where it stands.
  'phrases.move': 'decision',
  'phrases.retire': 'once',
  'review.open': 'decision',
  'review.releaseClaim': 'own',
  'review.pinRemark': 'own',
  'review.unpinRemark': 'own',
  'review.takeOverRemarks': 'decision',
  'review.undoUnlock': 'decision',
  'review.countersign': 'once',
  'rules.answer': 'once',
  'report.adopt': 'adds',
  'report.declineSuggestion': 'once',
  'report.withdrawSuggestion': 'once',
  'report.comment': 'adds',
  'report.resolveThread': 'decision',
  'report.retireFact': 'once',
  'report.noteRule': 'adds',
  'report.countersign': 'once',
  'report.adjust': 'adds',
  'report.signAdjustment': 'once',
  'report.withdrawAdjustment': 'once',
  'report.confirmCarried': 'once',
  'report.withdrawSignature': 'own',
  'office.createUnit': 'adds',
  // What contradicts it is listed as it stands now, and refuses the whole.
  'office.closeUnits': 'once',
  'office.reopenUnit': 'once',
  'office.createPerson': 'adds',
  'office.givePost': 'adds',
  'office.endPost': 'once',
  'office.issueLink': 'adds',
  'office.liftHoldOff': 'once',
  'office.releaseIdentity': 'once',
  'office.resetSecondFactor': 'once',
  'office.setActive': 'target',
  // Named anew, with the password; done already, it is refused.
  'duty.divide': 'once',
  'duty.askOfThree': 'adds',
  'duty.confirm': 'decision',
  'duty.decline': 'decision',
  'office.createYear': 'adds',
  'office.withdrawYear': 'once',
  // What is there already is left as it is, and what contradicts it refuses the whole.
  'office.rollOverYear': 'adds',
  'office.openQuarter': 'once',
  'office.lockQuarter': 'once',
  'office.defineIndicator': 'adds',
  'office.retireIndicator': 'once',
  'office.copyIndicators': 'adds',
};

interface Schema {
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
}

const mutations = Object.entries(appRouter._def.procedures).flatMap(([path, procedure]) => {
  const { type, inputs } = (procedure as unknown as { _def: { type: string; inputs: z.ZodType[] } })._def;
  return type === 'mutation' ? [{ path, inputs: inputs.map((input) => z.toJSONSchema(input, { unrepresentable: 'any' }) as Schema) }] : [];
});

/** A value that may be null is looked into as if it were not. */
const partsOf = (schema: Schema | undefined): Schema[] =>
  schema ? [schema, ...partsOf(schema.items), ...(schema.anyOf ?? []).flatMap((one) => partsOf(one))] : [];

function carried(path: string, inputs: readonly Schema[]): boolean {
  const part = carriedIn[path];
  const places = inputs.flatMap((input) => (part === undefined ? [input] : partsOf(input.properties?.[part])));
  return places.some(({ required = [] }) => carries.some((name) => required.includes(name)));
}

describe('a change that somebody sends', () => {
  it('carries what was on the screen, or is listed with why nobody’s setting is undone by it', () => {
    const unguarded = mutations.filter(({ path, inputs }) => !(path in carriesNothing) && !carried(path, inputs)).map(({ path }) => path);
    expect(unguarded).toEqual([]);
  });

  it('is listed only while it is there and carries nothing', () => {
    const known = new Map(mutations.map(({ path, inputs }) => [path, inputs]));
    expect(Object.keys(carriesNothing).filter((path) => !known.has(path) || carried(path, known.get(path) ?? []))).toEqual([]);
  });

  it('of the office sets nothing without it: what is not listed as new or settled once carries `seen`', () => {
    const sets = mutations.filter(({ path }) => /^(office|phrases)\.(set|change|order)/.test(path) && path !== 'office.setActive');
    expect(sets.filter(({ path, inputs }) => !carried(path, inputs)).map(({ path }) => path)).toEqual([]);
    expect(sets.length).toBeGreaterThanOrEqual(8);
  });
});

import { z } from 'zod';
import { setPasswordProfile } from '@/server/commands/account/set-password-profile';
import { setSecondFactorPolicy } from '@/server/commands/account/set-second-factor-policy';
import { setTelephoneOf } from '@/server/commands/account/set-telephone';
import { changeIndicator } from '@/server/commands/office/change-indicator';
import { changeUnit } from '@/server/commands/office/change-unit';
import { closeUnits } from '@/server/commands/office/close-units';
import { copyIndicators } from '@/server/commands/office/copy-indicators';
import { createPerson } from '@/server/commands/office/create-person';
import { createUnit } from '@/server/commands/office/create-unit';
import { createYear } from '@/server/commands/office/create-year';
import { defineIndicator } from '@/server/commands/office/define-indicator';
import { endPost } from '@/server/commands/office/end-post';
import { givePost } from '@/server/commands/office/give-post';
import { issuePasswordLink } from '@/server/commands/office/issue-password-link';
import { liftHoldOff } from '@/server/commands/office/lift-hold-off';
import { lockQuarter } from '@/server/commands/office/lock-quarter';
import { openQuarter } from '@/server/commands/office/open-quarter';
import { orderIndicators } from '@/server/commands/office/order-indicators';
import { releaseIdentity } from '@/server/commands/office/release-identity';
import { reopenUnit } from '@/server/commands/office/reopen-unit';
import { resetSecondFactor } from '@/server/commands/office/reset-second-factor';
import { retireIndicator } from '@/server/commands/office/retire-indicator';
import { rollOverYear } from '@/server/commands/office/roll-over-year';
import { setContact } from '@/server/commands/office/set-contact';
import { setOpenings } from '@/server/commands/office/set-openings';
import { setPersonActive } from '@/server/commands/office/set-person-active';
import { setQuarterDue } from '@/server/commands/office/set-quarter-due';
import { withdrawYear } from '@/server/commands/office/withdraw-year';
import { setSigningSteps } from '@/server/commands/report/set-signing-steps';
import { setWording } from '@/server/commands/report/set-wording';
import { passwordProfiles } from '@/server/domain/accounts/password-policy';
import { secondFactorPolicies } from '@/server/domain/accounts/second-factor-policy';
import { powers, textKeys } from '@/server/domain/formats';
import { dayAt } from '@/server/domain/periods';
import { roles } from '@/server/domain/permissions';
import { boardOrders, boardShows, choiceAims } from '@/server/domain/units';
import { plainForWire } from '@/server/domain/wire';
import { loadBackups } from '@/server/queries/backups';
import type { Board } from '@/server/queries/board';
import { loadClosingPreview } from '@/server/queries/closing';
import { findUnitsNamed } from '@/server/queries/find-units';
import { listIndicatorUnits, loadIndicators } from '@/server/queries/indicators';
import { unitsWithoutOpenings } from '@/server/queries/missing-openings';
import { listOpeningUnits, loadOpeningForm, loadPasswordProfile, loadSecondFactorPolicy, loadYears } from '@/server/queries/office';
import { listHeirs, listOfficePeople } from '@/server/queries/people';
import { loadSigningSteps } from '@/server/queries/signing-steps';
import { loadUnitChoices } from '@/server/queries/unit-choices';
import { loadUnitList } from '@/server/queries/unit-list';
import { loadWording } from '@/server/queries/wording';
import { workOf } from '@/server/work';
import { whileNothingHappens } from '@/server/work/while-nothing-happens';
import { by } from '../by';
import { day, id, line, pageNumber, quarter, scope, search, signingStep, text, year } from '../schemas';
import { procedure, router } from '../trpc';

const kind = z.enum(['government', 'office', 'department', 'street']);
const role = z.enum(roles);
const unitFacts = z.strictObject({
  name: line.optional(),
  kind: kind.optional(),
  powers: z.array(z.enum(powers)).optional(),
  opensOn: day.optional(),
  needsSignOff: z.boolean().optional(),
});
const indicatorFacts = z.strictObject({
  name: text.max(60),
  unit: text.max(10),
  addsUp: z.enum(['flow', 'closing']),
  overUnits: z.enum(['sum', 'none']),
  exactness: z.enum(['exact', 'about']),
  definition: text.max(500),
  ownerUnitId: id.nullable(),
  askedOf: z.array(id).max(2000).nullable(),
});

const wording = { repetitionShare: z.number().min(0.01).max(1).nullable(), words: text.max(50_000) };

const closing = z.strictObject({
  unitIds: z.array(id).max(50),
  closesOn: day,
  into: z
    .union([z.strictObject({ unitId: id }), z.strictObject({ name: line, kind: z.enum(['office', 'department', 'street']) })])
    .nullable(),
});

const boards = whileNothingHappens<Board>();

/** The office's own work: units, people, years, opening balances, and the board over all of it. */
export const officeRouter = router({
  /** Units by a few letters of their name, for whoever sees the board. */
  findUnits: procedure
    .input(z.strictObject({ query: text.max(60) }))
    .query(({ ctx, input }) => findUnitsNamed(ctx.store.read, ctx.actor, input.query, dayAt(ctx.command.now()))),
  board: procedure
    .input(
      z.strictObject({
        year: year.nullable(),
        show: z.enum(boardShows).optional(),
        quarter: quarter.optional(),
        order: z.enum(boardOrders).optional(),
        page: pageNumber,
      }),
    )
    .query(({ ctx, input }) =>
      boards(ctx, input, async () => plainForWire(await workOf(ctx.command).do('board', { ...by(ctx), asked: input }))),
    ),
  /** A year of what the person answers for, on one page. */
  overview: procedure
    .input(z.strictObject({ year: year.nullable(), unitId: id.optional() }))
    .query(({ ctx, input }) => workOf(ctx.command).do('overview', { ...by(ctx), asked: input })),
  /** The tree of units, a page of it. */
  units: procedure
    .input(z.strictObject({ search, page: pageNumber }).optional())
    .query(({ ctx, input }) => loadUnitList(ctx.store.read, ctx.actor, input)),
  /** Units to choose from: the first that are called so. */
  unitChoices: procedure
    .input(z.strictObject({ aim: z.enum(choiceAims), search: text.max(60).optional() }))
    .query(({ ctx, input }) => loadUnitChoices(ctx.store.read, ctx.actor, input)),
  createUnit: procedure
    .input(z.strictObject({ parentId: id, name: line, kind, powers: z.array(z.enum(powers)), opensOn: day }))
    .mutation(({ ctx, input }) => createUnit(ctx.command, input)),
  changeUnit: procedure
    .input(
      z.strictObject({
        unitId: id,
        change: unitFacts,
        seen: unitFacts,
      }),
    )
    .mutation(({ ctx, input }) => changeUnit(ctx.command, input)),
  closing: procedure.input(closing).query(({ ctx, input }) => {
    const into = input.into && 'name' in input.into ? 'new' : input.into;
    return loadClosingPreview(ctx.store.read, ctx.actor, { ...input, into });
  }),
  closeUnits: procedure.input(closing).mutation(({ ctx, input }) => closeUnits(ctx.command, input)),
  reopenUnit: procedure.input(z.strictObject({ unitId: id })).mutation(({ ctx, input }) => reopenUnit(ctx.command, input)),
  passwordProfile: procedure.query(({ ctx }) => loadPasswordProfile(ctx.store.read, ctx.actor)),
  setPasswordProfile: procedure
    .input(z.strictObject({ profile: z.enum(passwordProfiles), seen: z.enum(passwordProfiles) }))
    .mutation(({ ctx, input }) => setPasswordProfile(ctx.command, input)),
  secondFactorPolicy: procedure.query(({ ctx }) => loadSecondFactorPolicy(ctx.store.read, ctx.actor)),
  setSecondFactorPolicy: procedure
    .input(z.strictObject({ policy: z.enum(secondFactorPolicies), seen: z.enum(secondFactorPolicies) }))
    .mutation(({ ctx, input }) => setSecondFactorPolicy(ctx.command, input)),
  people: procedure
    .input(z.strictObject({ search, page: pageNumber }).optional())
    .query(({ ctx, input }) => listOfficePeople(ctx.store.read, ctx.actor, ctx.command.now(), input)),
  heirs: procedure.query(({ ctx }) => listHeirs(ctx.store.read, ctx.actor)),
  createPerson: procedure
    .input(z.strictObject({ username: line, name: line, unitId: id, role: role.optional(), isMeant: z.boolean().optional() }))
    .mutation(({ ctx, input }) => createPerson(ctx.command, { ...input, device: ctx.from.device })),
  setTelephone: procedure
    .input(z.strictObject({ userId: id, unitId: id, telephone: text.max(200), seen: text.max(200) }))
    .mutation(({ ctx, input }) => setTelephoneOf(ctx.command, input)),
  givePost: procedure
    .input(z.strictObject({ userId: id, unitId: id, role, isMeant: z.boolean().optional(), reason: text.max(2000).optional() }))
    .mutation(({ ctx, input }) => givePost(ctx.command, input)),
  endPost: procedure
    .input(
      z.strictObject({
        postId: id,
        successorUserId: id.optional(),
        isMeant: z.boolean().optional(),
        leaveOpen: z.boolean().optional(),
        reason: text.max(2000).optional(),
      }),
    )
    .mutation(({ ctx, input }) => endPost(ctx.command, input)),
  issueLink: procedure
    .input(z.strictObject({ userId: id, unitId: id }))
    .mutation(({ ctx, input }) => issuePasswordLink(ctx.command, { ...input, device: ctx.from.device })),
  releaseIdentity: procedure
    .input(z.strictObject({ userId: id, unitId: id, reason: text.max(2000) }))
    .mutation(({ ctx, input }) => releaseIdentity(ctx.command, input)),
  liftHoldOff: procedure.input(z.strictObject({ userId: id, unitId: id })).mutation(({ ctx, input }) => liftHoldOff(ctx.command, input)),
  resetSecondFactor: procedure
    .input(z.strictObject({ userId: id, unitId: id, reason: text.max(2000) }))
    .mutation(({ ctx, input }) => resetSecondFactor(ctx.command, input)),
  setActive: procedure
    .input(
      z.strictObject({
        userId: id,
        unitId: id,
        isActive: z.boolean(),
        handOver: z
          .array(z.strictObject({ postId: id, successorUserId: id, isMeant: z.boolean().optional() }))
          .max(100)
          .optional(),
        leaveOpen: z.boolean().optional(),
        reason: text.max(2000).optional(),
      }),
    )
    .mutation(({ ctx, input }) => setPersonActive(ctx.command, input)),
  signingSteps: procedure.query(({ ctx }) => loadSigningSteps(ctx.store.read, ctx.actor)),
  setSigningSteps: procedure
    .input(z.strictObject({ steps: z.array(signingStep).max(20), seen: z.array(signingStep).max(20) }))
    .mutation(({ ctx, input }) => setSigningSteps(ctx.command, input)),
  years: procedure.query(({ ctx }) => loadYears(ctx.store.read, ctx.actor)),
  createYear: procedure
    .input(z.strictObject({ year, isMeant: z.boolean().optional() }))
    .mutation(({ ctx, input }) => createYear(ctx.command, input)),
  withdrawYear: procedure.input(z.strictObject({ year })).mutation(({ ctx, input }) => withdrawYear(ctx.command, input)),
  rollOver: procedure
    .input(z.strictObject({ from: year, units: pageNumber, differences: pageNumber, editions: pageNumber }))
    .query(({ ctx, input: { from, ...pages } }) =>
      workOf(ctx.command).do('roll-over-plan', { ...by(ctx), from, today: dayAt(ctx.command.now()), pages }),
    ),
  rolledOver: procedure.input(z.strictObject({ year, page: pageNumber })).query(({ ctx, input }) =>
    workOf(ctx.command).do('rolled-over-year', {
      ...{ ...by(ctx), year: input.year, today: dayAt(ctx.command.now()) },
      page: input.page ?? 1,
    }),
  ),
  rollOverYear: procedure
    .input(
      z.strictObject({
        changeId: id,
        from: year.max(2099),
        isMeant: z.boolean().optional(),
        rowVariant: z.enum(['other_three', 'other_single']),
        dueOn: z.tuple([day, day, day, day]),
        openings: z.array(z.strictObject({ unitId: id, values: z.array(z.strictObject({ cell: id, raw: line })).max(100) })).max(2000),
        openingsReason: text.max(2000),
        indicators: z.array(id).max(200),
        paragraphs: z
          .array(
            z.strictObject({
              unitId: id,
              scope,
              edition: z.number().int().min(1).max(100_000),
              key: z.enum(textKeys),
              index: z.number().int().min(0).max(10_000),
            }),
          )
          .max(20_000),
      }),
    )
    .mutation(({ ctx, input }) => rollOverYear(ctx.command, input)),
  openQuarter: procedure
    .input(z.strictObject({ year, quarter, dueOn: day.optional(), isLateMeant: z.boolean().optional() }))
    .mutation(({ ctx, input }) => openQuarter(ctx.command, input)),
  lockQuarter: procedure.input(z.strictObject({ year, quarter })).mutation(({ ctx, input }) => lockQuarter(ctx.command, input)),
  setQuarterDue: procedure
    .input(z.strictObject({ year, quarter, dueOn: day, seen: day, isLateMeant: z.boolean().optional() }))
    .mutation(({ ctx, input }) => setQuarterDue(ctx.command, input)),
  indicators: procedure
    .input(z.strictObject({ year: year.nullable() }))
    .query(({ ctx, input }) => loadIndicators(ctx.store.read, ctx.actor, input.year, dayAt(ctx.command.now()))),
  /** Whom an indicator may name. */
  indicatorUnits: procedure.query(({ ctx }) => listIndicatorUnits(ctx.store.read, ctx.actor)),
  defineIndicator: procedure
    .input(z.strictObject({ year, key: line.optional(), facts: indicatorFacts }))
    .mutation(({ ctx, input }) => defineIndicator(ctx.command, input)),
  changeIndicator: procedure
    .input(z.strictObject({ year, key: id, facts: indicatorFacts, seen: indicatorFacts }))
    .mutation(({ ctx, input }) => changeIndicator(ctx.command, input)),
  retireIndicator: procedure.input(z.strictObject({ year, key: id })).mutation(({ ctx, input }) => retireIndicator(ctx.command, input)),
  orderIndicators: procedure
    .input(z.strictObject({ year, keys: z.array(id).max(200), seen: z.array(id).max(200) }))
    .mutation(({ ctx, input }) => orderIndicators(ctx.command, input)),
  copyIndicators: procedure.input(z.strictObject({ year })).mutation(({ ctx, input }) => copyIndicators(ctx.command, input)),
  backups: procedure.query(({ ctx }) => loadBackups(ctx.store.read, ctx.actor, ctx.backups)),
  wording: procedure.query(({ ctx }) => loadWording(ctx.store.read, ctx.actor)),
  setWording: procedure
    .input(z.strictObject({ ...wording, seen: z.strictObject(wording) }))
    .mutation(({ ctx, input }) => setWording(ctx.command, input)),
  unitsWithoutOpenings: procedure
    .input(z.strictObject({ year, quarter }))
    .query(({ ctx, input }) => unitsWithoutOpenings(ctx.store.read, ctx.actor, input)),
  setContact: procedure
    .input(z.strictObject({ contact: text.max(200), seen: text.max(200) }))
    .mutation(({ ctx, input }) => setContact(ctx.command, input)),
  openings: procedure
    .input(z.strictObject({ unitId: id, year }))
    .query(({ ctx, input }) => loadOpeningForm(ctx.store.read, ctx.actor, input)),
  openingUnits: procedure.input(z.strictObject({ search, page: pageNumber })).query(({ ctx, input: { search: words, page } }) =>
    listOpeningUnits(ctx.store.read, ctx.actor, {
      ...(words === undefined ? {} : { search: words }),
      ...(page === undefined ? {} : { page }),
    }),
  ),
  openingSums: procedure
    .input(z.strictObject({ year }))
    .query(({ ctx, input }) => workOf(ctx.command).do('opening-sums', { ...by(ctx), year: input.year })),
  setOpenings: procedure
    .input(
      z.strictObject({
        unitId: id,
        year,
        values: z.array(z.strictObject({ cell: id, raw: text.max(200), seen: text.max(200) })).max(100),
        reason: text.max(2000),
      }),
    )
    .mutation(({ ctx, input }) => setOpenings(ctx.command, input)),
});

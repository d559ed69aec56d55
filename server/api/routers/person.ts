import { z } from 'zod';
import { countPeople, findUnits, readSetting } from '@/db/store';
import { confirmsBy } from '@/server/auth/confirm-person';
import { noProvider } from '@/server/auth/identity/refusals';
import { anonymous } from '@/server/auth/sign-in';
import { openPasswordLink } from '@/server/commands/office/open-link';
import { setPassword } from '@/server/commands/office/set-password';
import { setUp } from '@/server/commands/office/set-up';
import { ownAddress } from '@/server/domain/own-address';
import { downloadState } from '@/server/files/downloads';
import { demonstrationPeople } from '@/server/queries/demonstration';
import { officeAtTheDoor } from '@/server/queries/office-at-the-door';
import { id, line, text } from '../schemas';
import { procedure, publicProcedure, router } from '../trpc';

const secret = text.min(10).max(100);
const password = text.min(1).max(200);

/** Who is here, and the doors that need no session: the first set-up, a set-password link, the demonstration's roles. */
export const personRouter = router({
  /** What an official act asks of the person before it is done. */
  confirmsBy: procedure.query(({ ctx }) => confirmsBy(ctx.command, ctx.door)),
  /** Where a file is that this person waits for. */
  download: procedure.input(z.strictObject({ number: id })).query(({ ctx, input }) => downloadState(input.number, ctx.actor.userId)),
  me: publicProcedure.query(async ({ ctx }) => {
    if (!ctx.actor) return null;
    const units = await findUnits(
      ctx.store.read,
      ctx.actor.posts.map((post) => post.unitId),
    );
    return {
      userId: ctx.actor.userId,
      name: ctx.actor.name,
      username: ctx.actor.username,
      isDemonstration: ctx.isDemonstration,
      contact: (await readSetting(ctx.store.read, 'contact')) ?? '',
      hasOldPassword: ctx.actor.hasOldPassword === true,
      lacksSecondFactor: ctx.actor.lacksSecondFactor === true,
      posts: ctx.actor.posts.map((post) => ({
        id: post.id,
        role: post.role,
        isDivided: post.isDivided === true,
        unitId: post.unitId,
        unitName: units.get(post.unitId)?.name ?? '',
      })),
    };
  }),
  door: publicProcedure.query(async ({ ctx }) => ({
    isDemonstration: ctx.isDemonstration,
    office: await officeAtTheDoor(ctx.store.read),
    contact: (await readSetting(ctx.store.read, 'contact')) ?? '',
    providerName: ctx.identity?.name ?? null,
    isEmpty: (await countPeople(ctx.store.read)) === 0,
    people: ctx.isDemonstration ? await demonstrationPeople(ctx.store.read) : [],
  })),
  /** To the office's identity provider, to sign in, and from there on to the page that was wanted. */
  goToProvider: publicProcedure.input(z.strictObject({ to: z.string().max(600) }).optional()).mutation(({ ctx, input }) => {
    if (!ctx.identity) throw noProvider();
    return ctx.identity.begin(null, { to: ownAddress(input?.to) });
  }),
  /** Opens the page of a link; the auditor is shown when its maker's own browser does. */
  openLink: publicProcedure
    .input(z.strictObject({ secret }))
    .mutation(({ ctx, input }) =>
      openPasswordLink({ ...ctx.command, actor: anonymous }, { ...input, from: ctx.from, signedInAs: ctx.actor?.userId }),
    ),
  setPassword: publicProcedure
    .input(z.strictObject({ secret, password }))
    .mutation(({ ctx, input }) =>
      setPassword({ ...ctx.command, actor: anonymous }, { ...input, from: ctx.from, signedInAs: ctx.actor?.userId }),
    ),
  setUp: publicProcedure
    .input(z.strictObject({ secret, governmentName: line, username: line, name: line, password }))
    .mutation(({ ctx, input }) => setUp({ ...ctx.command, actor: anonymous }, input)),
});

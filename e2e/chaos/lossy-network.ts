import type { BrowserContext } from 'playwright';
import type { SeededRandom } from '@/server/domain/seeded-random';

export interface Losses {
  requests: number;
  answers: number;
  delivered: number;
}

const lostShare = 0.2;

/** Of the saves of a browser, one in five never arrives, of one in five the answer is lost; all are late by up to `latestMs`. */
export async function loseSaves(
  context: BrowserContext,
  random: SeededRandom,
  latestMs: number,
): Promise<{ losses: Losses; heal: () => void }> {
  const losses: Losses = { requests: 0, answers: 0, delivered: 0 };
  let isHealed = false;
  await context.route('**/api/trpc/filing.save*', async (route) => {
    const fate = random.next();
    const late = () => new Promise((resolve) => setTimeout(resolve, random.integer(0, latestMs - 1)));
    if (isHealed) return route.continue();
    await late();
    if (fate < lostShare) {
      losses.requests += 1;
      return route.abort('internetdisconnected');
    }
    if (fate < 2 * lostShare) {
      // However long the server takes, and whatever it says: nobody hears of it.
      await route.fetch({ timeout: 0 }).catch(() => {});
      losses.answers += 1;
      await late();
      return route.abort('internetdisconnected');
    }
    losses.delivered += 1;
    return route.continue();
  });
  return {
    losses,
    heal() {
      isHealed = true;
    },
  };
}

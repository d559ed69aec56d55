import type { AppCaller } from '@/server/api/root';
import { caller } from './caller';

type Link = NonNullable<Awaited<ReturnType<AppCaller['person']['openLink']>>>;

/** What a one-time link is for; null when it is unknown, used, too old, or no secret at all. */
export async function openLink(secret: string): Promise<Link | null> {
  try {
    return await (await caller()).person.openLink({ secret });
  } catch (error) {
    if ((error as { code?: string }).code === 'BAD_REQUEST') return null;
    throw error;
  }
}

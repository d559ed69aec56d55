import { redirect } from 'next/navigation';
import { caller } from './caller';
import { homeOf } from './home-of';

/** Everybody's own first page. */
export default async function Home(): Promise<never> {
  const me = await (await caller()).person.me();
  redirect(me ? homeOf(me.posts.map((post) => post.role)) : '/sign-in');
}

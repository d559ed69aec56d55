import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { AppCaller } from '@/server/api/root';
import { getRuntime, type PageRefusal } from '@/server/runtime';
import { toSignIn } from './to-sign-in';

/** The procedures, called from a page in the name of whoever asked for it. */
export async function caller(): Promise<AppCaller> {
  return getRuntime().callerFor(Object.fromEntries(await headers()));
}

/**
 * What a page loads. Not signed in leads to the sign-in page; not there, not this person's to see, or an address that cannot be
 * meant, to the same "not found" either way.
 */
export async function load<T>(work: (api: AppCaller) => Promise<T>): Promise<T> {
  const api = await caller();
  try {
    return await work(api);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'UNAUTHORIZED') return toSignIn();
    if (comesFirst.has(refusalIn(error)?.code ?? '')) redirect('/account');
    if (code === 'NOT_FOUND' || code === 'FORBIDDEN') return refusePage(refusalIn(error));
    if (code === 'BAD_REQUEST') notFound();
    throw error;
  }
}

/** For a page that what it loaded is not for this person: the log keeps that they came, as it does of every procedure that refuses. */
export async function refusePage(refused: PageRefusal = noPart): Promise<never> {
  await getRuntime().noteRefusedPage(Object.fromEntries(await headers()), refused);
  notFound();
}

const noPart: PageRefusal = {
  code: 'forbidden',
  sentence: { zh: '这个页面不归您的岗位办理。', en: 'Your post has no part in this page.' },
};

/** What a person does on the page of their account, before any other opens. */
const comesFirst: ReadonlySet<string> = new Set(['password_too_old', 'second_factor_missing']);

function refusalIn(error: unknown): PageRefusal | undefined {
  const { cause } = error as { cause?: PageRefusal & { name?: string } };
  return cause?.name === 'Refused' ? cause : undefined;
}

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { wantedHeader } from '@/server/boot/wanted-page';
import { signInAddress } from '@/server/domain/own-address';

/** Nobody is signed in: to the sign-in page, and from there on to the page that was asked for. */
export async function toSignIn(): Promise<never> {
  redirect(signInAddress((await headers()).get(wantedHeader)));
}

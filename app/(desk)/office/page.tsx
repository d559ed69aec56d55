import { redirect } from 'next/navigation';
import { load } from '@/app/caller';
import { officePlaces } from '@/components/admin/office-places';

/** The office's own pages begin with the first that is this person's: for an administrator its units. */
export default async function OfficePage() {
  const me = await load((api) => api.person.me());
  const [[, first] = ['units', '/office/units']] = officePlaces(me?.posts ?? []);
  redirect(first);
}

import { redirect } from 'next/navigation';

/** The office's own pages begin with its units. */
export default function OfficePage(): never {
  redirect('/office/units');
}

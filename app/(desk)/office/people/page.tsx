import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { PasswordProfileForm } from '@/components/admin/people/password-profile-form';
import { peopleActs } from '@/components/admin/people/people-acts';
import { PeopleView } from '@/components/admin/people/people-view';
import { SecondFactorPolicyForm } from '@/components/admin/people/second-factor-policy-form';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.people.title} · ${common.appName}` };
}

export default async function PeoplePage() {
  const { me, people, units, passwordProfile, secondFactorPolicy } = await load(async (api) => ({
    me: await api.person.me(),
    people: await api.office.people(),
    units: await api.office.postUnits(),
    passwordProfile: await api.office.passwordProfile(),
    secondFactorPolicy: await api.office.secondFactorPolicy(),
  }));
  return (
    <WritingWords>
      <PeopleView people={people} units={units} may={peopleActs(me?.posts ?? [])} ownId={me?.userId ?? ''} />
      {passwordProfile && <PasswordProfileForm stored={passwordProfile} />}
      {secondFactorPolicy && <SecondFactorPolicyForm stored={secondFactorPolicy} />}
    </WritingWords>
  );
}

import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { PasswordProfileForm } from '@/components/admin/people/password-profile-form';
import { peopleActs } from '@/components/admin/people/people-acts';
import { PeopleView } from '@/components/admin/people/people-view';
import { SecondFactorPolicyForm } from '@/components/admin/people/second-factor-policy-form';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedPage, askedSearch } from '@/components/shell/list-address';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.people.title} · ${common.appName}` };
}

type Asked = Partial<Record<'search' | 'page', string | string[]>>;

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const { me, people, passwordProfile, secondFactorPolicy } = await load(async (api) => ({
    me: await api.person.me(),
    people: await api.office.people({ search: askedSearch(asked.search), page: askedPage(asked.page) }),
    passwordProfile: await api.office.passwordProfile(),
    secondFactorPolicy: await api.office.secondFactorPolicy(),
  }));
  return (
    <WritingWords>
      <PeopleView {...people} may={peopleActs(me?.posts ?? [])} ownId={me?.userId ?? ''} />
      {passwordProfile && <PasswordProfileForm stored={passwordProfile} />}
      {secondFactorPolicy && <SecondFactorPolicyForm stored={secondFactorPolicy} />}
    </WritingWords>
  );
}

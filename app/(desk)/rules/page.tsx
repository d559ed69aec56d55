import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { toSignIn } from '@/app/to-sign-in';
import { RulesView } from '@/components/checks/rules-view';
import { toldRule } from '@/components/checks/told-rule';
import { chosenLanguage, chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { pack } from '@/server/domain/wire';

export async function generateMetadata(): Promise<Metadata> {
  const { checks, common } = await chosenMessages();
  return { title: `${checks.rulesTitle} · ${common.appName}` };
}

/** Every rule of the pack as this office runs it, for everyone who is signed in. */
export default async function RulesPage() {
  if (!(await load((api) => api.person.me()))) return toSignIn();
  const language = await chosenLanguage();
  const { rules, packVersion } = await load((api) => api.rules.list());
  return (
    <WritingWords>
      <RulesView packed={pack(rules.map((rule) => toldRule(rule, language)))} packVersion={packVersion} />
    </WritingWords>
  );
}

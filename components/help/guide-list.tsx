import type { Role } from '@/server/domain/permissions';
import { helpIn } from '../messages/help-words';
import type { Language } from '../messages/language';
import { Link } from '../ui/link';
import { PageHead, Sheet } from '../ui/page';
import { type Guide, guideNames, guides, keysAddress } from './help-places';

const guidesOf: Partial<Record<Role, Guide>> = { clerk: 'clerk', head: 'head', reviewer: 'reviewer', admin: 'admin' };

/** All guides with what is in them, those of the person's own posts first. */
export function GuideList({ held, language }: { held: readonly Role[]; language: Language }) {
  const help = helpIn(language);
  const own = held.map((role) => guidesOf[role]);
  const ordered = [...guideNames].sort((a, b) => Number(own.includes(b)) - Number(own.includes(a)));
  return (
    <>
      <PageHead title={help.title} context={help.context}>
        <Link href={keysAddress} className="text-act underline underline-offset-2">
          {help.toKeys}
        </Link>
      </PageHead>
      <div className="grid gap-4 lg:grid-cols-2">
        {ordered.map((guide) => (
          <Sheet
            key={guide}
            title={
              <Link href={`/help/${guide}`} className="text-act underline underline-offset-2">
                {help.guides[guide].title}
              </Link>
            }
          >
            <p className="pb-2 text-body text-muted">{help.guides[guide].hint}</p>
            <ul className="flex flex-wrap gap-x-4 text-body">
              {guides[guide].map((section) => (
                <li key={section}>
                  <Link href={`/help/${guide}#${section}`} className="inline-flex min-h-7 items-center hover:text-act">
                    {(help[guide] as Readonly<Record<string, { title: string }>>)[section]?.title}
                  </Link>
                </li>
              ))}
            </ul>
          </Sheet>
        ))}
      </div>
    </>
  );
}

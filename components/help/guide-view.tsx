import type { HelpPart } from '../messages/help-text';
import { helpIn } from '../messages/help-words';
import type { Language } from '../messages/language';
import { Breadcrumb } from '../ui/breadcrumb';
import { Link } from '../ui/link';
import { PageHead } from '../ui/page';
import { pictures } from './guide-pictures';
import { type Guide, guides, keysAddress } from './help-places';

const linkClass = 'text-act underline underline-offset-2';

/** One guide from beginning to end; the address leads to a section of it. Drawn by the server only. */
export function GuideView({ guide, language }: { guide: Guide; language: Language }) {
  const help = helpIn(language);
  const { title, hint, picture } = help.guides[guide];
  const parts = help[guide] as Readonly<Record<string, HelpPart>>;
  const shown = pictures[guide];
  return (
    <>
      <Breadcrumb places={[{ words: help.title, href: '/help' }]} />
      <PageHead title={title} context={hint}>
        <Link href={keysAddress} className={linkClass}>
          {help.toKeys}
        </Link>
      </PageHead>
      <div className="grid grid-cols-[15rem_minmax(0,1fr)] items-start gap-6 max-lg:grid-cols-1">
        <nav aria-label={title} className="sticky top-3 max-lg:static print:hidden">
          <ul>
            {guides[guide].map((section) => (
              <li key={section}>
                <a href={`#${section}`} className="flex min-h-8 items-center text-body leading-6 hover:text-act">
                  {parts[section]?.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex max-w-form flex-col gap-3">
          {guides[guide].map((section) => {
            const part = parts[section];
            return part && <HelpPartView key={section} id={section} part={part} />;
          })}
          {shown && picture && (
            <figure className="rounded border border-hairline bg-paper p-4">
              {/* biome-ignore lint/performance/noImgElement: a file of the build as it is; nothing is to be made of it. */}
              <img src={shown.src} width={shown.width} height={shown.height} alt={picture} loading="lazy" className="h-auto w-full" />
              <figcaption className="pt-2 text-note text-muted">{picture}</figcaption>
            </figure>
          )}
        </div>
      </div>
    </>
  );
}

function HelpPartView({ id, part }: { id: string; part: HelpPart }) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-3 break-inside-avoid rounded border border-hairline bg-paper px-5 py-4 text-body leading-7 target:outline-2 target:outline-act"
    >
      <h2 id={`${id}-title`} className="pb-1 text-head font-semibold">
        {part.title}
      </h2>
      {part.says.map((line) => (
        <p key={line} className="pb-1.5">
          {line}
        </p>
      ))}
      {part.steps && (
        <ol className="list-decimal pl-6">
          {part.steps.map((step) => (
            <li key={step} className="pb-1 pl-1">
              {step}
            </li>
          ))}
        </ol>
      )}
      {part.table && (
        <dl className="grid grid-cols-[5rem_1fr]">
          {part.table.map(([sign, meaning]) => (
            <div key={sign} className="contents">
              <dt className="border-t border-hairline py-1 text-center font-semibold">{sign}</dt>
              <dd className="border-t border-hairline py-1 pl-3">{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

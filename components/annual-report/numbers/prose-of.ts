import { aSubject } from '@/server/domain/checks/example-subject';
import { getFormat, isNoteKey, type ProseKey, proseKeys } from '@/server/domain/formats';
import { numbersOf, type ProseNumber, type ProseSources, type ResolvedProse, resolveProse } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';

/** What the live numbers of a page's texts are read from. */
export function sourcesOf(page: ReportPage): ProseSources {
  return {
    format: getFormat(page.format, page.rowVariant),
    figures: new Map(Object.entries(page.figures)),
    lastYear: page.lastYear && new Map(Object.entries(page.lastYear)),
    facts: new Map(page.facts.map((fact) => [fact.id, fact])),
  };
}

export interface ReadProse {
  stored: string;
  resolved: ResolvedProse;
  numbers: readonly ProseNumber[];
}

/** A text as it stands in the box, read as the server will read it. */
export function readProse(
  page: Pick<ReportPage, 'organ' | 'year' | 'scope'>,
  sources: ProseSources,
  key: ProseKey,
  stored: string,
): ReadProse {
  const resolved = resolveProse(stored, sources);
  const { organ, year, scope } = page;
  const lastYear = sources.lastYear && { organ, scope, year: year - 1, figures: sources.lastYear, texts: {} };
  const { format, figures } = sources;
  const said = { [key]: resolved.text };
  const subject = aSubject({
    kind: 'edition',
    organ,
    year,
    scope,
    format,
    figures,
    lastYear,
    ...(isNoteKey(key) ? { notes: said } : { texts: said }),
  });
  return { stored, resolved, numbers: numbersOf(key, resolved, subject, sources) };
}

/** Every text of the page as it is stored. */
export function readTexts(page: ReportPage): { key: ProseKey; prose: ReadProse }[] {
  const sources = sourcesOf(page);
  return proseKeys.flatMap((key) => {
    const text = page.texts[key]?.text;
    return text ? [{ key, prose: readProse(page, sources, key, text) }] : [];
  });
}

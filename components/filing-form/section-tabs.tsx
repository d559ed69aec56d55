'use client';

import clsx from 'clsx';
import type { Format, SectionKey } from '@/server/domain/formats';
import { useMessages } from '../messages/messages-provider';
import { Icon } from '../ui/icon';
import { useIsHydrated } from '../ui/use-is-hydrated';
import { useTabKeys } from '../ui/use-tab-keys';
import { askedSection } from './asked-place';
import { useFiling } from './filing-context';
import { textPlace } from './outbox/entry';
import { sectionsOf } from './store/filing-state';
import { useLateValue } from './store/use-late-value';

export type Section = SectionKey | typeof textPlace;

/** The one panel of the tabs; which section is in it is said by the tab that names it. */
export const sectionPanelId = 'section-panel';
export function sectionTabId(section: Section): string {
  return `section-tab-${section}`;
}

/** The section that the address asks for: that of a tab opened in a window of its own. */
export function sectionAsked(hash: string, format: Format): Section | undefined {
  const name = new URLSearchParams(hash.slice(1)).get(askedSection);
  return tabsOf(format).find((one) => one === name);
}

/** The tabs of a form, in the order they stand in. */
export function tabsOf(format: Format): readonly Section[] {
  return [...sectionsOf(format), textPlace];
}

/**
 * The sections of the form, each with what is still to be filled in; links, which take no click before the page's script is at work
 * (`Tabs` says why).
 */
export function SectionTabs({ section, onSection }: { section: Section; onSection: (next: Section) => void }) {
  const { clerk } = useMessages();
  const { store } = useFiling();
  const tabs = tabsOf(store.format);
  const isHydrated = useIsHydrated();
  const keys = useTabKeys(tabs, section, onSection, sectionTabId);

  return (
    <div
      {...keys}
      role="tablist"
      aria-label={clerk.form.sectionNav}
      className="flex min-w-0 flex-wrap self-stretch lg:flex-nowrap lg:overflow-x-auto lg:overflow-y-hidden lg:[scrollbar-width:none]"
    >
      {tabs.map((one) => (
        <a
          key={one}
          href={isHydrated ? `#${askedSection}=${one}` : undefined}
          aria-disabled={isHydrated ? undefined : true}
          role="tab"
          id={sectionTabId(one)}
          aria-selected={one === section}
          aria-controls={sectionPanelId}
          tabIndex={one === section ? 0 : -1}
          onClick={(event) => {
            event.preventDefault();
            onSection(one);
          }}
          className={clsx(
            'inline-flex items-center gap-1.5 border-b-2 px-3 text-body whitespace-nowrap hover:bg-act-soft focus-visible:-outline-offset-2 lg:max-xl:px-2 lg:max-xl:text-note max-lg:min-h-10',
            one === section ? 'border-act font-semibold text-act' : 'border-transparent text-ink',
          )}
        >
          {clerk.sections[one]} {one !== textPlace && <Open section={one} />}
        </a>
      ))}
    </div>
  );
}

function Open({ section }: { section: SectionKey }) {
  const { store } = useFiling();
  const { form } = useMessages().clerk;
  const { missing, unreadable } = useLateValue(store.progress)[section];
  const { obstacles } = useLateValue(store.checked);
  const broken = obstacles.filter(
    (one) => one.kind === 'must_fix' && one.finding.cells.some((id) => store.format.cells.get(id)?.section === section),
  ).length;
  const open = missing.length + unreadable.length;
  const isWrong = unreadable.length > 0 || broken > 0;
  const words = [
    unreadable.length > 0 ? form.unreadable(unreadable.length) : missing.length > 0 ? form.missing(missing.length) : '',
    broken > 0 ? form.mustFix(broken) : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <span
      title={words || form.complete}
      className={clsx('text-note font-normal', isWrong ? 'text-wrong' : open === 0 ? 'text-done' : 'text-muted')}
    >
      {open > 0 ? (
        <span aria-hidden="true">{open}</span>
      ) : broken > 0 ? (
        <span aria-hidden="true" className="inline-flex items-center">
          <Icon name="wrong" />
          {broken}
        </span>
      ) : (
        <Icon name="done" />
      )}
      <span className="sr-only">{words || form.complete}</span>
    </span>
  );
}

import { type KeyboardEvent, useRef } from 'react';

/**
 * The keys of a list of tabs whose tabs are links: arrows, Home and End choose and take the focus along, the space bar opens as on
 * a button.
 *
 * @param idOf the id of a tab's element
 */
export function useTabKeys<Name extends string>(
  names: readonly Name[],
  chosen: Name,
  choose: (name: Name) => void,
  idOf: (name: Name) => string,
) {
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ' && event.target instanceof HTMLElement) {
      event.preventDefault();
      event.target.click();
      return;
    }
    const at = names.indexOf(chosen);
    const place = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = place === undefined ? undefined : names.at(place % names.length);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelector<HTMLElement>(`#${idOf(next)}`)?.focus();
  }
  return { ref: list, onKeyDown };
}

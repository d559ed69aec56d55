'use client';

import { useMessages } from '../messages/messages-provider';
import { SegmentLinks } from '../ui/segment';
import { type AddressWords, listAddress } from './list-address';

/**
 * Chooses one of the years a page shows; each is an address of its own.
 *
 * @param kept what else the address says
 */
export function YearTabs({
  years,
  shown,
  href,
  label,
  kept,
}: {
  years: readonly number[];
  shown: number;
  href: string;
  label: string;
  kept?: AddressWords;
}) {
  const { common } = useMessages();
  const choices = years.map((year) => ({ key: year, words: common.year(year), href: listAddress(href, { ...kept, year }) }));
  return <SegmentLinks className="print:hidden" label={label} choices={choices} chosen={shown} />;
}

'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import { cellName, type Format, getCell } from '@/server/domain/formats';
import type { Obstacle } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { useLanguage, useMessages } from '../../messages/messages-provider';
import { placeOf } from '../../talk/place-of';
import { Icon } from '../../ui/icon';
import { Link } from '../../ui/link';
import { Badge } from '../../ui/notice';
import { AskTheOffice } from '../ask-the-office';
import { isReadOnly } from '../grid/read-only';
import { sectionKeys } from '../store/filing-state';

/** A section with many empty cells names the first few, and the rest on demand. */
const namedAtOnce = 3;

/** Everything that must be settled before a submission, each a link to its place in the form. */
export function ObstacleList({ form, format, obstacles }: { form: FilingForm; format: Format; obstacles: readonly Obstacle[] }) {
  const messages = useMessages();
  const { clerk, common } = messages;
  const words = clerk.check;
  const language = useLanguage();
  const router = useRouter();
  const hrefOf = (place: string) => `/filings/${form.filingId}#cell=${place}`;
  const cellHref = (cells: readonly string[]) => hrefOf(cells.find((id) => !isReadOnly(getCell(format, id))) ?? cells[0] ?? '');
  const notFilled = obstacles.flatMap((one) => (one.kind === 'not_filled' ? [getCell(format, one.cell)] : []));
  return (
    <ul aria-label={words.obstacles} className="divide-y divide-hairline">
      {obstacles.map((one) => {
        switch (one.kind) {
          case 'not_filled':
            return null;
          case 'unreadable':
            return (
              <Item key={one.cell} href={hrefOf(one.cell)} badge={<Badge tone="wrong">{common.severities.must_fix}</Badge>}>
                {words.unreadable(cellName(getCell(format, one.cell)))}
              </Item>
            );
          case 'must_fix':
          case 'confirm':
            return (
              <Item
                key={findingKey(one.finding)}
                href={cellHref(one.finding.cells)}
                badge={<Badge tone={one.kind === 'must_fix' ? 'wrong' : 'confirm'}>{common.severities[one.kind]}</Badge>}
                note={one.kind === 'must_fix' && one.exception ? words.exceptionWaiting : undefined}
              >
                {one.finding.message[language]}
              </Item>
            );
          case 'open_remark': {
            const remark = form.remarks.find((candidate) => candidate.id === one.remarkId);
            return (
              <Item key={one.remarkId} href={hrefOf(remark?.anchor ?? '')} badge={<Badge tone="wrong">{clerk.remarks.list}</Badge>}>
                {words.remark(placeOf(format, remark?.anchor ?? '', messages))}
              </Item>
            );
          }
          case 'left_to_nobody':
            return (
              <Item key="left-to-nobody" href={cellHref(one.cells)} badge={<Badge tone="wrong">{common.severities.must_fix}</Badge>}>
                {words.leftToNobody(one.cells.map((id) => cellName(getCell(format, id))).join(common.listComma))}
              </Item>
            );
          case 'unknown_openings':
            return (
              <li key="unknown-openings" className="py-1.5 text-body leading-6">
                <Badge tone="confirm">{words.ofTheOffice}</Badge>{' '}
                {words.unknownOpenings(one.cells.map((id) => cellName(getCell(format, id))))}
                <AskTheOffice
                  filingId={form.filingId}
                  cells={one.cells}
                  comments={form.comments}
                  mayAsk={form.verdicts['filing.comment'] === 'allowed'}
                  onAsked={() => router.refresh()}
                />
              </li>
            );
          case 'sign_off':
            // The signature has a notice of its own on the page.
            return null;
          default:
            return one satisfies never;
        }
      })}
      {sectionKeys.map((section) => {
        const cells = notFilled.filter((cell) => cell.section === section);
        const rest = cells.slice(namedAtOnce);
        if (cells.length === 0) return null;
        return (
          <li key={section} className="py-1.5">
            <ul>
              {cells.slice(0, namedAtOnce).map((cell) => (
                <li key={cell.id}>
                  <PlaceLink href={hrefOf(cell.id)}>{words.notFilled(cellName(cell))}</PlaceLink>
                </li>
              ))}
            </ul>
            {rest.length > 0 && (
              <details>
                <summary className="min-h-7 cursor-pointer text-body text-muted">
                  {words.moreNotFilled(clerk.sections[section], rest.length)}
                </summary>
                <ul className="columns-2 gap-6">
                  {rest.map((cell) => (
                    <li key={cell.id}>
                      <PlaceLink href={hrefOf(cell.id)}>{words.notFilled(cellName(cell))}</PlaceLink>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Item({ href, badge, note, children }: { href: string; badge: ReactNode; note?: string | undefined; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2 py-1.5">
      {badge}
      <span>
        <PlaceLink href={href}>{children}</PlaceLink>
        {note && (
          <span className="block text-note text-confirm">
            <Icon name="confirm" className="mr-1" />
            {note}
          </span>
        )}
      </span>
    </li>
  );
}

function PlaceLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="place-link">
      {children}
    </Link>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { useState } from 'react';
import type { Answers } from '@/server/api/root';
import { chartSentence, type ReportChart } from '@/server/domain/report/charts/report-chart';
import type { DigestCard, DigestFigure, RequestBalance } from '@/server/domain/report/digest/report-digest';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { BeingAsked } from '../../shell/being-asked';
import { useTRPC } from '../../trpc-queries';
import { Badge } from '../../ui/notice';
import { Segment } from '../../ui/segment';
import { ReportFiles } from '../edition/report-files';
import { keyOf } from '../report-key';

type Shown = Answers['report']['digest'];

const files = [['digest-pdf', 'digest-docx', 'digest-html', 'charts']] as const;

/** The 图解 as its files print it, with the files beside it: of the draft, or of the newest edition. */
export function ShownDigest({ page }: { page: ReportPage }) {
  const { report } = useWritingMessages();
  const words = report.digest;
  const newest = page.editions[0]?.number ?? null;
  const [chosen, setChosen] = useState<number | null>();
  const choices: readonly (number | null)[] = page.untouchedSince !== null || newest === null ? [] : [null, newest];
  // An edition may be made while it is looked at.
  const edition = chosen !== undefined && choices.includes(chosen) ? chosen : page.untouchedSince;
  const query = useQuery(useTRPC().report.digest.queryOptions({ ...keyOf(page), edition }, { staleTime: 0 }));
  const nameOf = (one: number | null) => (one === null ? report.draft : report.edition(one));
  return (
    <section aria-label={words.title} className="mx-auto flex w-full max-w-form flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        {choices.length > 0 ? (
          <Segment
            label={words.which}
            isSmall
            choices={choices.map((one) => ({ key: one ?? 'draft', words: nameOf(one) }))}
            chosen={edition ?? 'draft'}
            onChoose={(key) => setChosen(typeof key === 'number' ? key : null)}
          />
        ) : (
          <Badge tone={edition === null ? 'confirm' : 'done'}>{nameOf(edition)}</Badge>
        )}
        {page.verdicts['report.export'] === 'allowed' && <ReportFiles of={page} edition={edition ?? 'draft'} rows={files} />}
      </div>
      <BeingAsked query={query} />
      {query.data && <Sheet shown={query.data} />}
    </section>
  );
}

/** Its words are those of the files, in Chinese whatever the screen speaks. */
function Sheet({ shown: { digest, drawings } }: { shown: Shown }) {
  const { disclosure, requests, disputes } = digest;
  return (
    <article lang="zh-CN" className="overflow-hidden rounded border border-hairline bg-paper">
      <header className="bg-act px-6 py-8 text-center text-white">
        {digest.edition === null && <p className="mb-4 inline-block border-2 border-white px-3 font-bold">草稿，未定稿，不得公开</p>}
        <h2 className="font-serif text-title leading-10 font-bold">
          {digest.title.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </h2>
        <p className="pt-2 text-body whitespace-pre-wrap">{digest.period}</p>
      </header>
      <div className="flex flex-col gap-4 px-6 py-6 lg:px-10">
        {digest.partial !== null && <p className="border border-confirm px-3 py-1.5 text-body leading-6">{digest.partial}</p>}
        <Heading>{disclosure.title}</Heading>
        {[disclosure.cards.filter(isWide), disclosure.cards.filter((card) => !isWide(card))].map(
          (cards) =>
            cards.length > 0 && (
              <div key={cards[0]?.title} className="flex flex-wrap gap-3">
                {cards.map((card) => (
                  <Card key={card.title} card={card} />
                ))}
              </div>
            ),
        )}
        <Heading>{requests.title}</Heading>
        <Balance balance={requests.balance} />
        <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
          {requests.charts.map((chart, index) => (
            <Chart key={chart.key} chart={chart} drawing={drawings[index]} />
          ))}
        </div>
        <Heading>{disputes.title}</Heading>
        <Disputes title={disputes.title} cards={disputes.cards} />
        <footer className="border-t border-hairline pt-2 text-note leading-5 text-muted">
          {digest.sources.map((line) => (
            <p key={line} className="break-words">
              {line}
            </p>
          ))}
        </footer>
      </div>
    </article>
  );
}

function Heading({ children }: { children: string }) {
  return <h3 className="border-b border-l-[0.375rem] border-b-edge border-l-act pb-1 pl-3 text-head font-bold">{children}</h3>;
}

function isWide({ figures }: DigestCard): boolean {
  return figures.length > 2;
}

function Card({ card }: { card: DigestCard }) {
  return (
    <section className={clsx('flex-1 border border-hairline px-3.5 py-2.5', isWide(card) ? 'min-w-64' : 'min-w-min basis-36')}>
      <h4 className="text-body font-bold">{card.title}</h4>
      <dl className="flex flex-wrap gap-x-8">
        {card.figures.map((figure) => (
          <div key={figure.cell}>
            <dt className="text-note text-muted">{figure.label}</dt>
            <dd className="whitespace-nowrap">
              <Figure figure={figure} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Figure({ figure: { printed, unit } }: { figure: DigestFigure }) {
  return (
    <>
      <span className="text-title font-bold">{printed}</span>
      <span className="pl-0.5 text-note text-muted">{unit}</span>
    </>
  );
}

const signs = ['+', '=', '+'];

function Balance({ balance: { figures, holds } }: { balance: RequestBalance }) {
  return (
    <ul className="flex flex-wrap items-center gap-2">
      {figures.map((figure, index) => (
        <li key={figure.cell} className="flex flex-1 items-center gap-2">
          {holds && index > 0 && <span className="text-head text-muted">{signs[index - 1]}</span>}
          <span className="flex-1 border border-hairline px-3 py-2 text-center whitespace-nowrap">
            <span className="block text-note text-muted">{figure.label}</span>
            <Figure figure={figure} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The drawing is a picture with its sentence; its numbers stand in a table below, as on the page for the portal. */
function Chart({ chart, drawing }: { chart: ReportChart; drawing: Shown['drawings'][number] | undefined }) {
  const isYears = chart.shape === 'years';
  return (
    <figure className={clsx('min-w-0', isYears && 'md:col-span-2')}>
      <figcaption className="pb-1 text-body font-bold">
        {chart.title}
        <span className="text-note font-normal text-muted">（单位：件）</span>
      </figcaption>
      {drawing?.svg ? (
        <div className="overflow-x-auto">
          {/* biome-ignore lint/performance/noImgElement: a drawing of this moment, made by the server as SVG */}
          <img
            src={`data:image/svg+xml,${encodeURIComponent(drawing.svg)}`}
            alt={chartSentence(chart)}
            className={clsx('w-full max-w-read', drawing.isWide && 'min-w-field')}
          />
        </div>
      ) : (
        <p className="border border-dashed border-edge px-3.5 py-5">{chart.instead}</p>
      )}
      {chart.notes.length > 0 && <p className="text-note leading-5 text-muted">{chart.notes.join('')}</p>}
      <ChartTable chart={chart} />
    </figure>
  );
}

function ChartTable({ chart: { title, pointsAre, series, points } }: { chart: ReportChart }) {
  const hasShares = points.some((point) => point.values.some((value) => value.share !== null));
  const heads = [...series, ...(hasShares ? ['占比'] : [])];
  return (
    <table className="mt-2 w-full text-note leading-6 print:hidden">
      <caption className="sr-only">{title}，单位：件</caption>
      <thead>
        <tr className="border-b border-edge text-muted">
          <th scope="col" className="text-left font-normal">
            {pointsAre}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="text-right font-normal">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ label, values }) => (
          <tr key={label} className="border-b border-hairline">
            <th scope="row" className="text-left font-normal">
              {label}
            </th>
            {values.flatMap(({ printed, share }, index) => [
              <td key={`${series[index]} printed`} className="text-right whitespace-nowrap">
                {printed}
              </td>,
              ...(hasShares
                ? [
                    <td key={`${series[index]} share`} className="text-right whitespace-nowrap">
                      {share ?? ''}
                    </td>,
                  ]
                : []),
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Disputes({ title, cards }: { title: string; cards: readonly DigestCard[] }) {
  const labels = cards[0]?.figures.map((figure) => figure.label) ?? [];
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-note leading-6">
        <caption className="sr-only">{title}，单位：件</caption>
        <thead>
          <tr className="border-b border-edge text-muted">
            {['单位：件', ...labels].map((head, index) => (
              <th key={head} scope="col" className={clsx('font-normal whitespace-nowrap', index === 0 ? 'text-left' : 'pl-3 text-right')}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <tr key={card.title} className="border-b border-hairline">
              <th scope="row" className="text-left font-normal">
                {card.title}
              </th>
              {card.figures.map((figure) => (
                <td key={figure.cell} className="pl-3 text-right font-semibold whitespace-nowrap">
                  {figure.printed}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

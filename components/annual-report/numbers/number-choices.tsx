'use client';

import { useState } from 'react';
import {
  declareNumber,
  describeToken,
  evaluateToken,
  type LocalFact,
  linkNumber,
  type Offer,
  type ProseNumber,
  type ProseSources,
  registerNumber,
  withTokens,
} from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { FactForm } from './fact-form';

/** What one number is, and what may be done with it: link, register, declare, or make it plain text again. */
export function NumberChoices({
  page,
  sources,
  stored,
  number,
  isStale,
  onFact,
  onChange,
}: {
  page: ReportPage;
  sources: ProseSources;
  stored: string;
  number: ProseNumber;
  /** The box holds newer words than were read; their places may have moved. */
  isStale: boolean;
  /** A fact was registered, of which the next text speaks. */
  onFact: (fact: LocalFact) => void;
  onChange: (next: string) => void;
}) {
  const { prose } = useWritingMessages();
  const [isRegistering, setIsRegistering] = useState(false);
  const { candidate } = number;
  if (isStale) return <p className="text-note text-muted">{prose.wait}</p>;
  if (!candidate)
    return (
      <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline pt-2 text-body leading-6">
        <legend className="sr-only">{prose.choices(number.shown)}</legend>
        <WhatItIs page={page} sources={sources} number={number} />
        <Button
          isSmall
          onClick={() => onChange(`${stored.slice(0, number.start)}${number.problem ? '' : number.shown}${stored.slice(number.end)}`)}
        >
          {prose.unlink}
        </Button>
      </fieldset>
    );
  const links = candidate.offers.flatMap((offer) => {
    const { start, end } = candidate;
    const link = offer.agreement === 'other' ? { start, end, token: offer.token } : linkNumber(stored, candidate, offer.token, sources);
    return link ? [{ offer, link }] : [];
  });
  const registered = registerNumber(stored, candidate, () => 'new');
  return (
    <fieldset className="flex flex-col items-start gap-1.5 border-t border-hairline pt-2">
      <legend className="sr-only">{prose.choices(number.shown)}</legend>
      {links.length === 0 && <p className="text-note text-muted">{prose.noOffers}</p>}
      {links.map(({ offer, link }) => (
        <Button
          key={describeToken(offer.token, sources)}
          isSmall
          look={offer.agreement === 'sure' ? 'primary' : 'plain'}
          className="max-w-full text-left whitespace-normal"
          onClick={() => onChange(withTokens(stored, [link]))}
        >
          <OfferWords offer={offer} sources={sources} />
        </Button>
      ))}
      <div className="flex flex-wrap gap-2">
        {registered && (
          <Button isSmall aria-expanded={isRegistering} onClick={() => setIsRegistering(!isRegistering)}>
            {prose.register}
          </Button>
        )}
        <Button isSmall onClick={() => onChange(withTokens(stored, [declareNumber(stored, candidate)]))}>
          {prose.declare}
        </Button>
      </div>
      {isRegistering && registered && (
        <FactForm
          page={page}
          fact={registered.fact}
          onSaved={(fact) => {
            onFact(fact);
            onChange(withTokens(stored, [{ ...registered, token: { kind: 'fact', id: fact.id, words: wordsOf(registered.token) } }]));
          }}
        />
      )}
    </fieldset>
  );
}

function wordsOf(token: { kind: string; words?: string | null }): string | null {
  return token.words ?? null;
}

function OfferWords({ offer, sources }: { offer: Offer; sources: ProseSources }) {
  const { prose } = useWritingMessages();
  const name = describeToken(offer.token, sources);
  const { shown } = evaluateToken(offer.token, sources);
  const words = { sure: prose.link, other: prose.linkOther, equal: prose.linkEqual };
  return <>{words[offer.agreement](name, shown)}</>;
}

function WhatItIs({ page, sources, number }: { page: ReportPage; sources: ProseSources; number: ProseNumber }) {
  const { prose } = useWritingMessages();
  if (number.problem) return <Notice tone="wrong">{prose.problems[number.problem]}</Notice>;
  const { token } = number;
  if (token?.kind === 'literal') return <span>{prose.isDeclared}</span>;
  const fact = token?.kind === 'fact' ? page.facts.find((one) => one.id === token.id) : null;
  return (
    <>
      <span>{fact ? prose.isFact(fact.name, fact.evidence) : token && prose.isLinkedTo(describeToken(token, sources))}</span>
      {number.isZeroOrOne && <Notice tone="confirm">{prose.zeroOrOne(number.shown)}</Notice>}
    </>
  );
}

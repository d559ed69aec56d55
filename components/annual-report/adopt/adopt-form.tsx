'use client';

import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import { misfitsOf, type ReadReport } from '@/server/domain/reading';
import type { UnitChoice, UnitChoices } from '@/server/domain/units';
import type { AdoptionAsked, AdoptionUnit } from '@/server/queries/adoption';
import { ProblemTable } from '../../checks/file-problems';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { BeingAsked } from '../../shell/being-asked';
import { newest } from '../../shell/newest';
import { UnitSelect } from '../../shell/unit-select';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { BindingButton } from '../../ui/binding-button';
import { buttonClass } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Link } from '../../ui/link';
import { newId } from '../../ui/new-id';
import { Notice } from '../../ui/notice';
import { Sheet } from '../../ui/page';
import { reportAddress } from '../report-key';

/** Which report the file is, why it is adopted, and the act; or what does not fit and how that is mended. */
export function AdoptForm({
  year,
  choices,
  report,
  file,
  json,
}: {
  year: number | null;
  choices: UnitChoices;
  report: ReadReport;
  file: string;
  json: string;
}) {
  const { adopt, common } = useWritingMessages();
  const { content } = report;
  const trpc = useTRPCClient();
  const act = useAct();
  const [changeId] = useState(newId);
  const [choice, setChoice] = useState<UnitChoice | null>(null);
  // What there is of the unit that is chosen, as soon as it is known.
  const [unit, setUnit] = useState<AdoptionUnit | null>(null);
  const [asking, setAsking] = useState<{ of: AdoptionAsked; error: unknown } | null>(null);
  const [begin] = useState(newest);
  const [isSameOrgan, setIsSameOrgan] = useState(false);
  const [reason, setReason] = useState('');
  const [adopted, setAdopted] = useState(false);
  const meant = unit && { organ: unit.name, year, scopes: unit.scopes };
  const misfits = misfitsOf(content, { ...(meant ?? { organ: content.organ, year, scopes: [content.scope] }), isSameOrgan });
  const isLike = !meant || misfitsOf(content, { ...meant, isSameOrgan: false }).every((one) => one.where !== 'organ');
  const standing = unit?.editions.find((one) => one.year === content.year && one.scope === content.scope);
  const ask = async (of: AdoptionAsked) => {
    const isNewest = begin();
    setAsking({ of, error: null });
    try {
      const found = await trpc.report.adoption.query(of);
      if (!isNewest()) return;
      setAsking(null);
      setUnit(found);
      setChoice(found && choiceOf(found));
    } catch (error) {
      if (isNewest()) setAsking({ of, error });
    }
  };
  // Whose report it may be; where that is not known, one chooses.
  const askWhose = useEffectEvent(() => ask({ organ: content.organ.slice(0, 200), scope: content.scope }));
  useEffect(() => {
    askWhose();
    return () => {
      begin();
    };
  }, [begin]);
  const choose = (next: UnitChoice | null) => {
    setChoice(next);
    setUnit(null);
    if (next) return void ask({ unitId: next.id });
    begin();
    setAsking(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!unit) return;
    const asked = { changeId, unitId: unit.unitId, year, file: file.slice(0, 200), json, reason, isSameOrgan };
    if (
      await act.run(
        () => trpc.report.adopt.mutate(asked),
        ({ number }) => adopt.done(number),
      )
    )
      setAdopted(true);
  };
  return (
    <Sheet title={adopt.target}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4 text-body leading-7">
        <p>{adopt.fileSays(content.organ, content.year, common.scopes[content.scope])}</p>
        <UnitSelect
          aim="adoption"
          first={choices}
          label={adopt.unit}
          className="max-w-field"
          required
          disabled={adopted}
          chosen={choice}
          onChoose={choose}
        />
        {asking && <BeingAsked query={{ data: undefined, error: asking.error, refetch: () => ask(asking.of) }} />}
        {!isLike && (
          <label className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-act"
              checked={isSameOrgan}
              onChange={(event) => setIsSameOrgan(event.target.checked)}
            />
            {adopt.same}
          </label>
        )}
        {misfits.length > 0 && (
          <Notice tone="wrong" isAlert title={adopt.misfits(misfits.length)}>
            <ProblemTable problems={misfits} />
          </Notice>
        )}
        {standing && !adopted && <Notice tone="confirm">{adopt.exists(standing.number)}</Notice>}
        <TextArea
          label={adopt.reason}
          hint={adopt.reasonHint}
          required
          rows={2}
          maxLength={1000}
          className="max-w-form"
          disabled={adopted}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="text-note leading-5 text-muted">{adopt.asPrinted}</p>
        <ActAnswer answer={act.answer} />
        <div className="flex flex-wrap gap-3">
          {adopted ? (
            <>
              <Link
                href={reportAddress({ unitId: unit?.unitId ?? '', year: content.year, scope: content.scope })}
                className={buttonClass('plain')}
              >
                {adopt.open}
              </Link>
              <Link href={`/office/years/roll-over?from=${content.year}`} className={buttonClass('plain')}>
                {adopt.rollOver}
              </Link>
            </>
          ) : (
            <BindingButton type="submit" look="official" disabled={act.isBusy || !unit || misfits.length > 0}>
              {adopt.act}
            </BindingButton>
          )}
        </div>
      </form>
    </Sheet>
  );
}

function choiceOf({ unitId, name, kind }: AdoptionUnit): UnitChoice {
  return { id: unitId, name, kind, depth: 0 };
}

'use client';

import { type FormEvent, useState } from 'react';
import { mayBeSameOrgan, misfitsOf, type ReadReport } from '@/server/domain/reading';
import type { AdoptionUnit } from '@/server/queries/adoption';
import { ProblemTable } from '../../checks/file-problems';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { BindingButton } from '../../ui/binding-button';
import { buttonClass } from '../../ui/button';
import { SelectField, TextArea } from '../../ui/field';
import { Link } from '../../ui/link';
import { newId } from '../../ui/new-id';
import { Notice } from '../../ui/notice';
import { Sheet } from '../../ui/page';
import { reportAddress } from '../report-key';

/** Which report the file is, why it is adopted, and the act; or what does not fit and how that is mended. */
export function AdoptForm({
  year,
  units,
  report,
  file,
  json,
}: {
  year: number | null;
  units: readonly AdoptionUnit[];
  report: ReadReport;
  file: string;
  json: string;
}) {
  const { adopt, common } = useWritingMessages();
  const { content } = report;
  const trpc = useTRPCClient();
  const act = useAct();
  const [changeId] = useState(newId);
  const [unitId, setUnitId] = useState(() => likely(units, content)?.unitId ?? '');
  const [isSameOrgan, setIsSameOrgan] = useState(false);
  const [reason, setReason] = useState('');
  const [adopted, setAdopted] = useState(false);
  const unit = units.find((one) => one.unitId === unitId);
  const meant = unit && { organ: unit.name, year, scopes: unit.scopes };
  const misfits = misfitsOf(content, { ...(meant ?? { organ: content.organ, year, scopes: [content.scope] }), isSameOrgan });
  const isLike = !meant || misfitsOf(content, { ...meant, isSameOrgan: false }).every((one) => one.where !== 'organ');
  const standing = unit?.editions.find((one) => one.year === content.year && one.scope === content.scope);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const asked = { changeId, unitId, year, file: file.slice(0, 200), json, reason, isSameOrgan };
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
      <form method="post" onSubmit={submit} className="flex flex-col gap-4 text-[15px] leading-7">
        <p>{adopt.fileSays(content.organ, content.year, common.scopes[content.scope])}</p>
        <SelectField
          label={adopt.unit}
          className="max-w-xl"
          required
          disabled={adopted}
          value={unitId}
          onChange={(event) => setUnitId(event.target.value)}
        >
          {!unit && <option value="" />}
          {units.map((one) => (
            <option key={one.unitId} value={one.unitId}>
              {one.name}
            </option>
          ))}
        </SelectField>
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
          <Notice tone="seal" isAlert title={adopt.misfits(misfits.length)}>
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
          className="max-w-3xl"
          disabled={adopted}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="text-[13px] leading-5 text-muted">{adopt.asPrinted}</p>
        <ActAnswer answer={act.answer} />
        <div className="flex flex-wrap gap-3">
          {adopted ? (
            <>
              <Link href={reportAddress({ unitId, year: content.year, scope: content.scope })} className={buttonClass('plain')}>
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

/** The unit of the file's own name, else one that may be it and has a report of its scope. */
function likely(units: readonly AdoptionUnit[], { organ, scope }: ReadReport['content']): AdoptionUnit | undefined {
  const fitting = units.filter((unit) => unit.scopes.includes(scope));
  return fitting.find((unit) => unit.name === organ) ?? fitting.find((unit) => mayBeSameOrgan(unit.name, organ));
}

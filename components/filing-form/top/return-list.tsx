'use client';

import { useState } from 'react';
import { cellName } from '@/server/domain/formats';
import type { FormRemark } from '@/server/queries/filing-form';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { momentText } from '../../ui/moment';
import { Badge } from '../../ui/notice';
import { useFiling } from '../filing-context';
import { useValue } from '../store/value';
import { RemarkAnswer } from './remark-answer';

/** Why the filing came back, and its points one by one: go there, mend or explain, answer. */
export function ReturnList() {
  const { store } = useFiling();
  const { clerk } = useMessages();
  const form = useValue(store.form);
  const isDecided = form.returnReason !== null;
  const newest = isDecided ? form.submissionNumber : Math.max(0, ...form.remarks.map((remark) => remark.submissionNumber));
  const points = form.remarks.filter((remark) => remark.submissionNumber === newest || remark.answer === null);
  if (form.status !== 'returned' || (points.length === 0 && !isDecided)) return null;
  const answered = points.filter((remark) => remark.answer !== null).length;
  return (
    <section aria-label={clerk.remarks.title(newest)} className="mb-4 rounded border border-seal/40 bg-paper">
      <div className="border-b border-seal/30 bg-seal-soft px-4 py-2.5">
        <h2 className="text-[17px] font-semibold text-seal">{clerk.remarks.title(newest)}</h2>
        {form.returnReason && (
          <p className="text-[15px] leading-6">
            {clerk.remarks.reason}：{form.returnReason}
          </p>
        )}
      </div>
      {points.length > 0 && (
        <div className="px-4 py-2">
          <h3 className="flex items-center gap-2 text-[15px] font-semibold">
            {clerk.remarks.list}
            <Badge tone={answered === points.length ? 'done' : 'seal'}>{clerk.remarks.progress(answered, points.length)}</Badge>
          </h3>
          <ul aria-label={clerk.remarks.list}>
            {points.map((remark) => (
              <RemarkPoint key={remark.id} remark={remark} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function RemarkPoint({ remark }: { remark: FormRemark }) {
  const { store, goTo } = useFiling();
  const { remarks: words } = useMessages().clerk;
  const [isAgain, setIsAgain] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const cell = store.format.cells.get(remark.anchor);
  const place = cell ? cellName(cell) : words.text;
  const mayAnswer = store.form.get().verdicts['filing.answer_remark'] === 'allowed';
  return (
    <li className="border-t border-hairline py-2 text-[15px] leading-6 first:border-t-0">
      <p>
        <button
          type="button"
          aria-label={words.go(place)}
          onClick={() => goTo(remark.anchor)}
          className="font-medium text-act underline underline-offset-2"
        >
          {place}
        </button>
        ：{remark.text} <span className="text-[13px] text-muted">{words.by(remark.writtenBy, momentText(remark.writtenAt))}</span>
      </p>
      {remark.answer && !isAgain && (
        <p className="text-done">
          ✓ {words.answered(remark.answer)}
          {remark.answerText && `：${remark.answerText}`}
          {mayAnswer && (
            <button type="button" onClick={() => setIsAgain(true)} className="ml-3 min-h-6 text-act underline underline-offset-2">
              {words.again}
            </button>
          )}
        </p>
      )}
      {mayAnswer && (!remark.answer || isAgain) && (
        <RemarkAnswer remark={remark} place={place} onAnswer={setAnswer} onDone={() => setIsAgain(false)} />
      )}
      <ActAnswer answer={answer} />
    </li>
  );
}

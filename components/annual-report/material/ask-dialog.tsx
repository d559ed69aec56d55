'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { maxCharacters } from '@/server/domain/contributions';
import { type TopicId, topics } from '@/server/domain/narrative/topics';
import { usualAnswerDay } from '@/server/domain/periods';
import type { ReportKey } from '@/server/domain/subject';
import { DialogForm } from '../../admin/dialog-form';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { BeingAsked } from '../../shell/being-asked';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { useTRPC } from '../../trpc-queries';
import { SelectField, TextArea, TextField } from '../../ui/field';
import { keyOf } from '../report-key';
import { useMaterial } from './material-context';

/** One question to one or many units. */
export function AskDialog({
  of,
  topic: asked,
  onDone,
  onClose,
}: {
  of: ReportKey;
  topic: TopicId;
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const words = useWritingMessages().material.ask;
  const language = useLanguage();
  const client = useTRPCClient();
  const act = useAct();
  const { today } = useMaterial();
  const query = useQuery(useTRPC().report.units.queryOptions(keyOf(of)));
  const units = query.data ?? [];
  const { year } = of;
  const [topic, setTopic] = useState(asked);
  const [question, setQuestion] = useState('');
  const [dueOn, setDueOn] = useState(usualAnswerDay(year, today));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isAll = query.data !== undefined && chosen.length === units.length;
  const submit = async () => {
    const sent = await act.run(
      () => client.contribution.ask.mutate({ year, unitIds: [...chosen], topic, question, dueOn }),
      words.sent(chosen.length),
    );
    if (sent) onDone(words.sent(chosen.length));
  };
  return (
    <DialogForm title={words.title} act={words.send} isBusy={act.isBusy} answer={act.answer} onSubmit={submit} onClose={onClose}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
        <SelectField
          label={words.topic}
          value={topic}
          onChange={(event) => setTopic(topics.find((one) => one.id === event.target.value)?.id ?? topic)}
        >
          {topics.map((one) => (
            <option key={one.id} value={one.id}>
              {one[language]}
            </option>
          ))}
        </SelectField>
        <TextField label={words.dueOn} type="date" required min={today} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
      </div>
      <TextArea
        label={words.question}
        hint={words.questionHint}
        required
        rows={3}
        maxLength={maxCharacters.question}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <fieldset className="rounded border border-hairline px-3 pt-1 pb-2">
        <legend className="px-1 text-body font-medium">{words.units(chosen.length)}</legend>
        <BeingAsked query={query} />
        <label className="flex min-h-7 items-center gap-2 border-b border-hairline pb-1 text-body">
          <input
            type="checkbox"
            className="size-4"
            disabled={query.data === undefined}
            checked={isAll}
            onChange={() => setChosen(isAll ? [] : units.map((unit) => unit.id))}
          />
          {words.all}
        </label>
        <div className="grid max-h-40 grid-cols-2 gap-x-4 overflow-y-auto pt-1 max-sm:grid-cols-1">
          {units.map((unit) => (
            <label key={unit.id} className="flex min-h-7 items-center gap-2 text-body">
              <input
                type="checkbox"
                className="size-4"
                checked={chosen.includes(unit.id)}
                onChange={() => setChosen(chosen.includes(unit.id) ? chosen.filter((id) => id !== unit.id) : [...chosen, unit.id])}
              />
              {unit.name}
            </label>
          ))}
        </div>
      </fieldset>
    </DialogForm>
  );
}

'use client';

import { useState } from 'react';
import type { Heir, OfficePerson } from '@/server/queries/people';
import { useWritingMessages } from '../../messages/writing-words';
import { SelectField, TextArea } from '../../ui/field';
import { useKeptText } from '../../ui/use-kept-text';

const leaveOpen = 'leave-open';

/** Who takes over the unfinished work of posts that end: a person for each, or left open for one reason. */
export interface HandOver {
  /** By post id; absent while nobody is chosen. */
  heirs: ReadonlyMap<string, string>;
  isLeft: boolean;
  reason: string;
  choose: (postId: string, choice: string) => void;
  write: (reason: string) => void;
  forget: () => void;
  choiceOf: (postId: string) => string;
}

/** @param act names what ends, for the reason that is kept while it is written */
export function useHandOver(act: string): HandOver {
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const [reason, write, forget] = useKeptText(act);
  const all = Object.entries(choices);
  return {
    heirs: new Map(all.filter(([, choice]) => choice !== '' && choice !== leaveOpen)),
    isLeft: all.some(([, choice]) => choice === leaveOpen),
    reason,
    choose: (postId, choice) => setChoices({ ...choices, [postId]: choice }),
    write,
    forget,
    choiceOf: (postId) => choices[postId] ?? '',
  };
}

/** The choice for one post: anybody else who can sign in, or nobody yet. */
export function HeirField({
  handOver,
  postId,
  label,
  hint,
  person,
  heirs,
}: {
  handOver: HandOver;
  postId: string;
  label: string;
  hint: string;
  person: OfficePerson;
  /** Null while they are asked for. */
  heirs: readonly Heir[] | null;
}) {
  const { common, people: words } = useWritingMessages();
  return (
    <SelectField
      label={label}
      hint={hint}
      required
      value={handOver.choiceOf(postId)}
      onChange={(event) => handOver.choose(postId, event.target.value)}
    >
      <option value="">{words.chooseSuccessor}</option>
      {heirs
        ?.filter((one) => one.id !== person.id)
        .map((one) => (
          <option key={one.id} value={one.id}>
            {common.inBrackets(one.name, one.username)}
          </option>
        ))}
      <option value={leaveOpen}>{words.leaveOpen}</option>
    </SelectField>
  );
}

/** Why something is left open; shown once something is. */
export function LeftOpenReason({ handOver }: { handOver: HandOver }) {
  const words = useWritingMessages().people;
  if (!handOver.isLeft) return null;
  return (
    <TextArea
      label={words.leaveOpenReason}
      hint={words.leaveOpenHint}
      required
      maxLength={2000}
      rows={2}
      value={handOver.reason}
      onChange={(event) => handOver.write(event.target.value)}
    />
  );
}

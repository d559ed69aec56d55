'use client';

import type { Format } from '@/server/domain/formats';
import type { ShownSigning, ShownStep } from '@/server/queries/signing';
import { useWritingMessages } from '../messages/writing-words';
import { momentText } from '../ui/moment';
import { Badge, type Tone } from '../ui/notice';
import { usePartNames } from './use-part-names';

const tones: Record<ShownStep['state'], Tone> = { waiting: 'plain', lapsed: 'confirm', signed: 'done' };

/** The steps in order, each with who signed it and when, what moved since, or who is to sign. */
export function StepList({ signing, format }: { signing: ShownSigning; format: Format }) {
  const { signing: words } = useWritingMessages();
  return (
    <ol aria-label={words.steps} className="divide-y divide-hairline">
      {signing.steps.map((one) => (
        <StepLine key={one.step.key} one={one} edition={signing.edition} isGoingRound={signing.sent !== null} format={format} />
      ))}
    </ol>
  );
}

function StepLine({ one, edition, isGoingRound, format }: { one: ShownStep; edition: number; isGoingRound: boolean; format: Format }) {
  const { signing: words, common } = useWritingMessages();
  const partNames = usePartNames(format);
  const { step, state, signature, moved, holders } = one;
  return (
    <li className="py-2 text-body leading-6">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{step.name}</span>
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
        {isGoingRound && one.isNext && <Badge tone="act">{words.next}</Badge>}
      </p>
      <p className="text-note text-muted">{words.answersFor(step.answersFor.map((group) => words.groups[group]).join(common.listComma))}</p>
      {signature && <p className="text-body">{words.signedBy(signature.by, momentText(signature.at))}</p>}
      {signature?.note && <p className="text-body break-words">{words.note(signature.note)}</p>}
      {state === 'signed' && signature && signature.edition < edition && (
        <p className="text-note text-muted">{words.standsSince(signature.edition)}</p>
      )}
      {moved.length > 0 && <p className="text-body text-confirm">{words.moved(partNames(moved))}</p>}
      {state !== 'signed' && (
        <p className={holders.length > 0 ? 'text-note text-muted' : 'text-note text-confirm'}>
          {holders.length > 0 ? words.waitsFor(holders.join(common.listComma)) : words.nobody}
        </p>
      )}
    </li>
  );
}

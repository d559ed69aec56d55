'use client';

import type { Format } from '@/server/domain/formats';
import type { FormSignOff } from '@/server/queries/sign-off';
import { useMessages } from '../../messages/messages-provider';
import { momentText } from '../../ui/moment';
import { Notice } from '../../ui/notice';
import { ChangedPlaces } from './changed-places';

/** How the signature inside the unit stands: waited for, given, or overtaken by changes, each of them shown. */
export function SignOffNotice({ signOff, format }: { signOff: FormSignOff; format: Format }) {
  const { signOff: words, common } = useMessages();
  const { state, signedBy, signedAt, heads, changes, alsoChanged } = signOff;
  const at = momentText(signedAt ?? '');
  return (
    <section id="sign-off" tabIndex={-1} aria-label={words.title} className="mb-4 outline-none">
      {state === 'signed' && <Notice tone="done">{words.signedBy(signedBy, at)}</Notice>}
      {state === 'waiting' && (
        <Notice tone="confirm" title={words.waiting(heads.join(common.listComma))}>
          {heads.length === 0 && words.noHead}
        </Notice>
      )}
      {state === 'outdated' && (
        <Notice tone="confirm" title={words.outdated(changes.length + alsoChanged.length)}>
          <p className="text-body text-muted">{words.outdatedHint(signedBy, at)}</p>
          <ChangedPlaces format={format} changed={{ changes, alsoChanged }} />
        </Notice>
      )}
    </section>
  );
}

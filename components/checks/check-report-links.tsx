'use client';

import { useMessages } from '../messages/messages-provider';
import { buttonClass } from '../ui/button';

/** The printed proof of a check, made by the server as things stand. */
export function CheckReportLinks({ of }: { of: `filing/${string}` | `report/${string}` }) {
  const { checks } = useMessages();
  return (
    <span className="flex flex-wrap gap-2 print:hidden">
      <a download href={`/files/check-reports/${of}.html`} className={buttonClass('plain', true)}>
        ↓ {checks.reportHtml}
      </a>
      <a download href={`/files/check-reports/${of}.docx`} className={buttonClass('plain', true)}>
        ↓ {checks.reportWord}
      </a>
    </span>
  );
}

import { eventLog } from '@/db/store';
import type { CommandContext } from '@/server/commands/command';
import { madeAndRecorded } from '@/server/commands/export/made-and-recorded';
import type { ReportFile } from '@/server/commands/export/report-file';
import { type EventsAsked, requireLogReader } from '@/server/queries/audit';
import { workOf } from '@/server/work';
import type { FindingsKind } from './findings-list';

/** What is found in the log, as a list. That it left is itself an event. @throws Refused not_found, too_many, work_failed */
export function exportEvents(context: CommandContext, of: { asked: EventsAsked; kind: FindingsKind }): Promise<ReportFile> {
  return madeAndRecorded(
    context,
    { act: 'audit.read', only: eventLog },
    {
      require: async (tx, { actor }) => {
        const { id } = await requireLogReader(tx, actor);
        tx.about({ type: 'unit', id, unitId: id, period: null });
      },
      make: () => workOf(context).do('events-file', of),
      record: (tx, { events, hash }) => tx.record('audit.exported', { events, kind: of.kind, hash, search: inWords(of.asked) }),
    },
  );
}

function inWords({ kindPrefix, person, unit, object, from, to }: EventsAsked): string {
  return [kindPrefix, person, unit, object, from || to ? `${from ?? ''}–${to ?? ''}` : ''].filter(Boolean).join(' ');
}

import { type ShownStatus, shownStatus } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';

/** The status in the words of the screen, from the form itself. */
export function shownStatusOf(form: FilingForm, missingCount: number): ShownStatus {
  return shownStatus(form.status, {
    filledCount: Object.values(form.stored).filter((one) => one.figure.state !== 'not_filled').length + Object.keys(form.declared).length,
    missingCount,
    hasText: form.contribution.text !== '',
  });
}

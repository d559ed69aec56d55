import { type Format, getFormat, withIndicators } from '@/server/domain/formats';
import type { FilingForm } from '@/server/queries/filing-form';

/** The form that is drawn: the statutory format with what the office asks of this unit. The same object as long as that stays. */
export function formatOfFiling(form: Pick<FilingForm, 'format' | 'rowVariant' | 'indicators'>): Format {
  return withIndicators(getFormat(form.format, form.rowVariant), form.indicators);
}

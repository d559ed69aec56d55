'use client';

import { useMemo } from 'react';
import { readText } from '@/server/domain/wire';
import type { FilingForm } from '@/server/queries/filing-form';
import { FilingPage, type FilingPageProps } from './filing-page';

/** The form of a quarter as it came with the page: in a text that says everything once. */
export function SentFilingPage({ sent, ...rest }: Omit<FilingPageProps, 'form'> & { sent: string }) {
  const form = useMemo(() => readText(sent) as FilingForm, [sent]);
  return <FilingPage form={form} {...rest} />;
}

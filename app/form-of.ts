import { cache } from 'react';
import { load } from './caller';

/** The form of a quarter, read once for a page and its title. */
export const formOf = cache((filingId: string) => load((api) => api.filing.form({ filingId })));

import { city } from './city';
import { district } from './district';
import { draft } from './draft';
import { format2019, singleRow } from './older-formats';
import type { Sample } from './sample';
import { widest } from './widest';

/** What `npm run looks -- documents` draws. One line per report. */
export const samples: readonly Sample[] = [city, district, draft, singleRow, format2019, widest];

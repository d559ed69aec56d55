import type { Messages } from '../zh';
import { adjust } from './adjust';
import { material } from './material';
import { prose } from './prose';
import { report } from './report';
import { trends } from './trends';

/** The words of writing the report; only the pages that say them bring them (`writing-words`). */
export const writing: Pick<Messages, 'adjust' | 'material' | 'prose' | 'report' | 'trends'> = { adjust, material, prose, report, trends };

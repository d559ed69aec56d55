import { adjust } from './adjust';
import { adopt } from './adopt';
import { material } from './material';
import { ownReports } from './own-reports';
import { prose } from './prose';
import { report } from './report';
import { rollOver } from './roll-over';
import { wording } from './wording';

/** The words of writing the report; only the pages that say them bring them (`writing-words`). */
export const writing = { adjust, adopt, material, ownReports, prose, report, rollOver, wording };

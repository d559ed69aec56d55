import type { WritingMessages } from '../zh';
import { account } from './account';
import { adjust } from './adjust';
import { adopt } from './adopt';
import { checks } from './checks';
import { downloads } from './downloads';
import { editor } from './editor';
import { finding } from './finding';
import { inbox } from './inbox';
import { lists } from './lists';
import { material } from './material';
import { office } from './office';
import { audit } from './office/audit';
import { closing } from './office/closing';
import { openings } from './office/openings';
import { people } from './office/people';
import { overview } from './overview';
import { ownReports } from './own-reports';
import { prose } from './prose';
import { report } from './report';
import { review } from './review';
import { rollOver } from './roll-over';
import { signing } from './signing';
import { slips } from './slips';
import { trends } from './trends';
import { wording } from './wording';
import { workbook } from './workbook';

/** The words of writing the report and of the office's longest pages; only the pages that say them bring them (`writing-words`). */
export const writing: WritingMessages = {
  account,
  adjust,
  adopt,
  audit,
  closing,
  downloads,
  editor,
  lists,
  inbox,
  finding,
  material,
  office,
  openings,
  overview,
  ownReports,
  people,
  prose,
  report,
  review,
  rollOver,
  signing,
  slips,
  checks,
  trends,
  wording,
  workbook,
};

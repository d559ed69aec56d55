import { adjust } from './adjust';
import { editor } from './editor';
import { material } from './material';
import { prose } from './prose';
import { report } from './report';
import { rollOver } from './roll-over';
import { signing } from './signing';
import { trends } from './trends';

/** The words of writing the report; only the pages that say them bring them (`writing-words`). */
export const writing = {
  adjust,
  editor,
  material,
  prose,
  report,
  rollOver,
  signing,
  trends,
};

import { pgKit } from '../kit';
import { tables } from './tables';

export const {
  units,
  users,
  posts,
  sessions,
  oneTimeLinks,
  years,
  quarters,
  filings,
  figures,
  checkedFigures,
  filingTexts,
  declarations,
  submissions,
  remarks,
  explanations,
  ruleNotes,
  openingBalances,
  reports,
  reportTexts,
  editions,
  changes,
  events,
  settings,
} = tables(pgKit);

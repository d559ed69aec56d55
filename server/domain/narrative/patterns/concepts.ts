import { applicantWords } from './words/applicants';
import type { ConceptWords } from './words/concept-words';
import { disputeWords } from './words/disputes';
import { documentWords } from './words/documents';
import { elsewhereWords } from './words/elsewhere';
import { outcomeWords } from './words/outcomes';
import { requestWords } from './words/requests';

/** Every word of the trade, one list for each table of the report and one for what lies outside them. */
export const concepts: readonly ConceptWords[] = [
  ...requestWords,
  ...outcomeWords,
  ...applicantWords,
  ...disputeWords,
  ...documentWords,
  ...elsewhereWords,
];

export type { ConceptWords, Role } from './words/concept-words';

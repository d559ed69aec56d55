import { afterAll, beforeAll, describe } from 'vitest';
import { adjustmentContract } from '../testing/contract/adjustments-round-trip';
import { attachmentsContract } from '../testing/contract/attachments-round-trip';
import { boardContract } from '../testing/contract/board-round-trip';
import { carriedParagraphContract } from '../testing/contract/carried-paragraphs-round-trip';
import { contributionContract } from '../testing/contract/contributions-round-trip';
import { conversationContract } from '../testing/contract/conversation-round-trip';
import { correctionContract } from '../testing/contract/corrections-round-trip';
import { eventSearchContract } from '../testing/contract/event-search-round-trip';
import { filingContract } from '../testing/contract/filings-round-trip';
import { guessContract } from '../testing/contract/guesses-round-trip';
import { identityContract } from '../testing/contract/identities-round-trip';
import { indicatorContract } from '../testing/contract/indicators-round-trip';
import { keptContract } from '../testing/contract/kept';
import { manyAtOnceContract } from '../testing/contract/many-at-once-round-trip';
import { neighbourContract } from '../testing/contract/neighbours';
import { noticesContract } from '../testing/contract/notices-round-trip';
import { officeContract } from '../testing/contract/office-round-trip';
import { pendingActContract } from '../testing/contract/pending-acts-round-trip';
import { practiceContract } from '../testing/contract/practice-round-trip';
import { refusalContract } from '../testing/contract/refusals';
import { remindersContract } from '../testing/contract/reminders-round-trip';
import { reportFactContract } from '../testing/contract/report-facts-round-trip';
import { reportSignatureContract } from '../testing/contract/report-signatures-round-trip';
import { reportWritingContract } from '../testing/contract/report-writing-round-trip';
import { rollUpTwinContract } from '../testing/contract/roll-up-twin';
import { secondFactorContract } from '../testing/contract/second-factors-round-trip';
import { transactionContract } from '../testing/contract/transactions';
import { waitingContract } from '../testing/contract/waiting-round-trip';
import { freshPostgresStore } from '../testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '../testing/fresh-store';

const engines = [
  { engine: 'SQLite', open: freshSqliteStore },
  { engine: 'PostgreSQL', open: freshPostgresStore },
];

describe.each(engines)('T13: the store on $engine', ({ open }) => {
  let fresh: FreshStore;
  beforeAll(async () => {
    fresh = await open();
  });
  afterAll(() => fresh.remove());
  const store = () => fresh.store;

  describe('a transaction', () => transactionContract(store));
  describe('what is made of it', () => keptContract(store));
  describe('its neighbours', () => neighbourContract(store));
  describe('the database refuses', () => refusalContract(store));
  describe('what is corrected afterwards', () => correctionContract(store));
  describe('what is kept of a filing', () => filingContract(store));
  describe('what people say', () => conversationContract(store));
  describe('files that are evidence', () => attachmentsContract(store));
  describe('what people are told', () => noticesContract(store));
  describe('what the office reminds of', () => remindersContract(store));
  describe('what is kept of practice and signatures', () => practiceContract(store));
  describe('what the office keeps', () => officeContract(store));
  describe('what units are asked for the text', () => contributionContract(store));
  describe('what stands between sum and print', () => adjustmentContract(store));
  describe('what the doors remember', () => guessContract(store));
  describe('bound identities', () => identityContract(store));
  describe('what is proven beside a password', () => secondFactorContract(store));
  describe('what waits for a second person', () => pendingActContract(store));
  describe('local indicators', () => indicatorContract(store));
  describe('local facts of a report', () => reportFactContract(store));
  describe('what a board counts', () => boardContract(store));
  describe('what a roll-over carries', () => carriedParagraphContract(store));
  describe('signatures under a report', () => reportSignatureContract(store));
  describe('the writing of a report', () => reportWritingContract(store));
  describe('what is asked of many', () => manyAtOnceContract(store));
  describe('what of the log is looked for', () => eventSearchContract(store));
  waitingContract(store);
  describe('the roll-up', () => rollUpTwinContract(store));
});

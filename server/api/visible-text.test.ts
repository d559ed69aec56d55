import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import * as schema from '@/db/schema/sqlite';
import { refusalOf } from '@/server/testing/refusal-of';
import { appRouter } from './root';
import { judgedElsewhere, requireVisibleText } from './visible-text';

/** Ids, days, hashes and what a machine wrote: no person's words. */
const isOfMachine = /(?:^|[._])(?:id|by|hash|on|cell|anchor|rule|key|kind|path)$/;
const machine: ReadonlySet<string> = new Set([
  'units.powers',
  'cell_lists.cells',
  'checked_books.cell_list',
  'checked_books.figures',
  'checked_books.mark',
  'years.ledger_mark',
  'correction_slips.seen',
  'indicators.asked_of',
  'explanations.bound_to',
  'report_suggestions.follows',
  'report_comments.replies_to',
  'report_signatures.step',
  'report_signatures.parts',
  'report_standings.hashes',
  'report_standings.restated',
  'report_standings.rules',
  'submission_standings.rules',
  'submission_findings.rules',
  'submission_findings.marks',
  'submission_findings.told',
  'submission_findings.findings',
  'finding_marks.of',
  'report_notes.place',
  'contribution_requests.topic',
  'changes.result',
  'sessions.ip',
  'sessions.agent',
  'guess_counts.place',
  'guess_counts.account',
  'known_sources.source',
  'sessions.issuer',
  'identities.identity',
  'identities.issuer',
  'second_factors.sealed_secret',
  'halfway_sign_ins.browser',
  'one_time_links.issued_device',
  'pending_acts.asked_as',
  'event_words.word',
  'event_circumstances.at',
  'event_circumstances.object_type',
  'event_circumstances.period',
  'event_circumstances.ip',
  'filings.extended_to',
  'notices.receiver',
  'notices.period',
  'notices.about',
  'notices.day',
  'announcements.unit_ids',
  'notices.once',
  'messages.receiver',
  'messages.notice_ids',
  'messages.trouble',
  'notice_choices.address',
  // What nobody sees is taken out of a file's name (`attachmentName`).
  'attachments.name',
  'file_pieces.file',
  'file_pieces.sender',
]);
/** Copies of what stands in other columns, as it stood then. */
const copies: ReadonlySet<string> = new Set([
  'submissions.content',
  'editions.content',
  'report_signatures.content',
  'report_suggestions.before',
  'report_comments.quote',
  'carried_paragraphs.text',
  'report_text_versions.text',
  'event_circumstances.actor_name',
  'event_circumstances.reason',
  'logged_events.said',
  'notices.words',
]);

/** Every other text, with an act by which it comes in and what of its input it is. */
const written: Readonly<Record<string, readonly [act: string, key: string]>> = {
  'units.name': ['office.createUnit', 'name'],
  'users.username': ['office.createPerson', 'username'],
  'users.name': ['office.createPerson', 'name'],
  'figures.raw': ['filing.save', 'raw'],
  'filing_texts.text': ['filing.saveText', 'text'],
  'submissions.early_reason': ['filing.submit', 'earlyReason'],
  'submissions.return_reason': ['review.return', 'reason'],
  'remarks.text': ['review.return', 'text'],
  'remarks.answer_text': ['filing.answerRemark', 'text'],
  'remark_drafts.text': ['review.pinRemark', 'text'],
  'remark_replies.text': ['filing.replyToRemark', 'text'],
  'comments.text': ['filing.comment', 'text'],
  'phrases.text': ['phrases.add', 'text'],
  'restatements.reason': ['filing.restateOpening', 'reason'],
  'correction_slips.reason': ['slip.write', 'reason'],
  'correction_slips.changes': ['slip.write', 'raw'],
  'correction_slips.decision_text': ['slip.refuse', 'reason'],
  'indicators.name': ['office.defineIndicator', 'name'],
  'indicators.unit': ['office.defineIndicator', 'unit'],
  'indicators.definition': ['office.defineIndicator', 'definition'],
  'filings.extension': ['deadline.extend', 'reason'],
  'filings.extension_ask': ['deadline.ask', 'reason'],
  'explanations.text': ['filing.explain', 'text'],
  'rule_notes.text': ['filing.noteRule', 'text'],
  'rule_notes.answer_text': ['rules.answer', 'text'],
  'opening_balances.reason': ['office.setOpenings', 'reason'],
  'report_texts.text': ['report.saveText', 'text'],
  'report_suggestions.after': ['report.suggest', 'text'],
  'report_suggestions.reason': ['report.suggest', 'reason'],
  'report_suggestions.decision_text': ['report.declineSuggestion', 'text'],
  'report_comments.text': ['report.comment', 'text'],
  'report_signatures.note': ['report.sign', 'note'],
  'report_facts.name': ['report.saveFact', 'name'],
  'report_facts.value': ['report.saveFact', 'value'],
  'report_facts.unit': ['report.saveFact', 'unit'],
  'report_facts.evidence': ['report.saveFact', 'evidence'],
  'report_adjustments.reason': ['report.adjust', 'reason'],
  'report_notes.text': ['report.saveCellRemark', 'text'],
  'contribution_requests.question': ['contribution.ask', 'question'],
  'contribution_requests.number': ['contribution.answer', 'number'],
  'contribution_requests.evidence': ['contribution.answer', 'evidence'],
  'contribution_requests.sentence': ['contribution.answer', 'sentence'],
  'chases.words': ['chase.send', 'words'],
  'announcements.text': ['announcement.publish', 'text'],
  'users.telephone': ['office.setTelephone', 'telephone'],
  'pending_acts.reason': ['office.givePost', 'reason'],
  'settings.value': ['office.setWording', 'words'],
};

function textColumns(): string[] {
  const tables = Object.values(schema as Record<string, unknown>).flatMap((one): SQLiteTable[] =>
    is(one, SQLiteTable)
      ? [one]
      : one !== null && typeof one === 'object'
        ? Object.values(one).filter((inside): inside is SQLiteTable => is(inside, SQLiteTable))
        : [],
  );
  return tables.flatMap((table) =>
    Object.values(getTableColumns(table)).flatMap(({ name, dataType, enumValues }) =>
      (dataType === 'string' || dataType === 'json') && !enumValues?.length ? [`${getTableName(table)}.${name}`] : [],
    ),
  );
}

describe('what nobody sees', () => {
  it('has a treatment in every text that is stored: a new column has to be put in one of the lists', () => {
    const known = textColumns().filter((column) => !isOfMachine.test(column));
    expect(known.length).toBeGreaterThan(60);
    expect(known.filter((column) => !machine.has(column) && !copies.has(column) && !(column in written))).toEqual([]);
    expect([...machine, ...copies, ...Object.keys(written)].filter((column) => !known.includes(column))).toEqual([]);
  });

  it('comes in by acts that there are', () => {
    const acts = Object.keys(appRouter._def.procedures);
    expect([...Object.values(written).map(([act]) => act), ...judgedElsewhere.keys()].filter((act) => !acts.includes(act))).toEqual([]);
  });

  it.each(Object.entries(written))(
    'in %s is refused with the character and the place, or judged where the text is',
    async (_, [act, key]) => {
      for (const [character, name] of [
        ['\u200b', '零宽空格（U+200B）'],
        ['\u202e', '双向控制符（U+202E）'],
        ['\u00ad', '软连字符（U+00AD）'],
      ] as const) {
        const sent = { of: 'x', list: [{ [key]: `受理申请99${character}9件` }] };
        const refuse = async () => requireVisibleText(act, sent);
        if (judgedElsewhere.has(act)) await refuse();
        else {
          const { code, sentence } = await refusalOf(refuse());
          expect(code).toBe('invalid');
          expect(sentence.zh).toContain(name);
          expect(sentence.zh).toContain('申请99');
        }
      }
    },
  );

  it('is not looked for in secrets, nor in what was on the screen and is sent back', () => {
    for (const key of ['password', 'secret', 'boundTo', 'seen', 'quote']) requireVisibleText('filing.explain', { [key]: 'a\u200bb' });
  });

  it('is no blank, no line end and no emoji', () => {
    requireVisibleText('filing.explain', { text: '全年受理　申请 99 件。\n\t答复 👨‍👩‍👧 ❤️ 99 件。' });
  });
});

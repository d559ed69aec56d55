import type { AnnouncedFacts, SettledAct } from '@/server/domain/audit';
import type { DueLockSetting } from '@/server/domain/deadlines';
import { isNoteKey } from '@/server/domain/formats/format';
import { timeAt } from '@/server/domain/periods';
import { counted } from '@/server/domain/plural';
import { countLines, type EventNames, percentOf, shortHash } from '../../event-words';
import type { Messages } from '../../zh';

const blank = (raw: string | null) => (raw === null || raw === '' ? '(blank)' : raw);
const share = (of: number | null) => (of === null ? 'standard' : percentOf(of));

/** Whose tries were counted. */
const heldOffBy: Record<string, string> = {
  source: 'one source',
  nowhere: 'a source that is not known',
  account: 'all sources',
  session: 'before an official act',
};
/** What a file is evidence for. */
const attachedTo: Record<string, string> = { explanation: 'an explanation', contribution: 'an answer', fact: 'a local fact' };

const pendingActs: Record<string, (who: string, post: string) => string> = {
  own_post: (who, post) => `${who} gives themselves a post (${post})`,
  own_link: (who) => `new password of ${who} (its link was opened in the browser of who made it)`,
  three_give: (who, post) => `${who} becomes one of the three (${post})`,
  three_end: (who, post) => `${who} is one of the three no longer (${post})`,
  three_link: (who) => `new password of ${who}, set by a link`,
  three_off: () => 'the three are to be three people no longer',
};

/** What waits for somebody's confirmation. */
function pendingAct(p: SettledAct, n: EventNames): string {
  const post = [p.role ? n.role(p.role) : '', p.unitId ? n.nameOf(p.unitId) : ''].filter(Boolean).join(', ');
  return pendingActs[p.kind]?.(n.nameOf(p.userId), post) ?? p.kind;
}

function lockInWords(lock: DueLockSetting | null): string {
  if (lock === null || lock.from === null) return 'none';
  return `those from ${lock.from} on, at least ${counted(lock.daysAfterReturn, 'day')} after a return`;
}

/** Of whom a second factor is asked. */
const askedOf: Record<string, string> = {
  nobody: 'nobody',
  admins: 'admins and auditors',
  admins_and_reviewers: 'admins, auditors and reviewers',
};

/** Why nobody else confirmed it. */
function aloneWhy(p: { putOut?: string; by?: string }, n: EventNames): string {
  if (p.by === 'dividing') return 'they named themselves in dividing the office, so it took effect';
  if (p.putOut)
    return `${n.nameOf(p.putOut)}, who might have confirmed it, was disabled or lost the post by the same hand within seven days before; it took effect`;
  return 'nobody else who can sign in could confirm it, so it took effect';
}

/** To whom, and until when. */
function announcedTo({ audience, unitIds, role, endsOn }: AnnouncedFacts, n: EventNames): string {
  const to = { all: 'everybody', units: unitIds.map(n.nameOf).join(', '), role: role ? n.role(role) : '' }[audience];
  return `${to}, until ${endsOn}`;
}

export const events: Messages['audit']['events'] = {
  'figure.saved': (p, n) => `Entered "${n.cell(p.cell)}": ${blank(p.before)} → ${blank(p.after)}`,
  'text.saved': (p, n) => `Changed the text "${n.text(p.key)}" (${p.before.length} → ${counted(p.after.length, 'character')})`,
  'declaration.made': (p) => `Declared nothing to report in section ${p.section}`,
  'declaration.lapsed': (p, n) => `The declaration for section ${p.section} lapsed when "${n.cell(p.cell)}" was entered`,
  'declaration.withdrawn': (p) => `Withdrew the declaration for section ${p.section}`,
  'explanation.written': (p) => `${p.kind === 'exception' ? 'Asked for an exception' : 'Explained'} (rule ${p.rule}): ${p.text}`,
  'attachment.added': (p) =>
    `Attached a file to ${attachedTo[p.about] ?? p.about}: ${p.name} (${Math.ceil(p.size / 1000)} KB, ${shortHash(p.hash)})`,
  'attachment.removed': (p) => `Removed an attached file: ${p.name} (${shortHash(p.hash)})`,
  'exception.countersigned': (p) => `Countersigned an exception (rule ${p.rule})`,
  'filing.submitted': (p) => `Submitted, number ${p.number}, content ${shortHash(p.hash)}`,
  'filing.recalled': (p) => `Recalled submission ${p.number}`,
  'filing.claimed': (p, n) =>
    p.from === null
      ? `Took on the review of submission ${p.number}`
      : `Took on the review of submission ${p.number} from ${n.nameOf(p.from)}`,
  'filing.claim_released': (p) => `Gave back the review of submission ${p.number}`,
  'filing.review_opened': (p) => `Began the review of submission ${p.number}`,
  'filing.chased': (p) => `Asked the unit for it (due by ${p.dueOn})${p.words ? `: ${p.words}` : ''}`,
  'filing.returned': (p) => `Returned submission ${p.number} with ${counted(p.remarks.length, 'remark')}: ${p.reason}`,
  'filing.approved': (p) => `Approved submission ${p.number}, content ${shortHash(p.hash)}`,
  'filing.approval_taken_back': (p) => `Took the approval of submission ${p.number} back; it is under review again: ${p.reason}`,
  'filing.unlocked': (p) => `Unlocked the approved submission ${p.number}: ${p.reason}`,
  'filing.unlock_undone': (p) => `Undid the unlock; submission ${p.number} is approved again, content ${shortHash(p.hash)}`,
  'filing.locked': (p) => `Locked (the content of submission ${p.number})`,
  'filing.extended': (p) => {
    if (p.after === null) return `Took the extension back${p.before ? ` (it was until ${p.before.until})` : ''}`;
    const day = `${p.before ? `${p.before.until} → ` : ''}${p.after.until}`;
    if (p.after.cause === 'granted') return `Extended the due day to ${day}: ${p.after.reason}`;
    return `Due day after ${p.after.cause === 'returned' ? 'the return' : 'the unlocking'}: ${day}`;
  },
  'filing.extension_asked': (p) => `Asked for time until ${p.until}: ${p.reason}`,
  'filing.extension_declined': (p) => `Did not grant time until ${p.until} (asked because: ${p.reason})`,
  'remark_drafts.taken_over': (p, n) => `Took over ${n.nameOf(p.from)}'s review of submission ${p.number}, with ${p.count} unsent remarks`,
  'remark.answered': (p) => `Answered a remark (${p.answer === 'changed' ? 'changed' : 'not changed'})${p.text ? `: ${p.text}` : ''}`,
  'remark.replied': (p) => `Discussed a remark: ${p.text}`,
  'comment.written': (p, n) => `Commented on "${n.anchor(p.anchor)}": ${p.text}`,
  'comment.resolved': (p, n) => `Resolved the comments on "${n.anchor(p.anchor)}"`,
  'follow_up.marked': (p, n) => `Marked "${n.anchor(p.anchor)}" for follow-up`,
  'follow_up.cleared': (p, n) => `Cleared the follow-up mark of "${n.anchor(p.anchor)}"`,
  'phrase.added': (p) => `Added the phrase: ${p.text}`,
  'phrase.changed': (p) => `Changed a phrase: ${p.before} → ${p.after}`,
  'phrase.retired': (p) => `Retired the phrase: ${p.text}`,
  'phrase.moved': (p) => `Moved the phrase to place ${p.place}: ${p.text}`,
  'filing.signed_off': (p) => `Signed off inside the unit, content ${shortHash(p.hash)}`,
  'practice.started': (p) => `Began practising Q${p.quarter}`,
  'practice.cleared': (p) => `Cleared the practice of Q${p.quarter}`,
  'opening.restated': (p, n) => `Restated the opening "${n.cell(p.cell)}": ${blank(p.before)} → ${p.after}; reason: ${p.reason}`,
  'opening.restatement_withdrawn': (p, n) => `Withdrew the restatement of "${n.cell(p.cell)}" (${p.before})`,
  'slip.written': (p) => `Wrote correction slip ${p.number}, ${counted(p.changes.length, 'cell')}: ${p.reason}`,
  'slip.signed': (p) => `Signed correction slip ${p.number} for the unit`,
  'slip.withdrawn': (p) => `Withdrew correction slip ${p.number}`,
  'slip.refused': (p) => `Refused correction slip ${p.number}: ${p.reason}`,
  'slip.accepted': (p) => `Signed correction slip ${p.number}; the correction is in force`,
  'filing.corrected': (p) =>
    `Corrected ${counted(p.changes.length, 'cell')} by slip ${p.slip} of ${p.of ? `${p.of.unitName}, ` : ''}${p.year} as submission ${p.number}, content ${shortHash(p.hash)}`,
  'indicator.defined': (p) => `Defined the ${p.year} indicator "${p.after.name ?? p.key}" (${p.key})`,
  'indicator.changed': (p, n) => `Changed the ${p.year} indicator ${p.key}: ${n.change(p.before, p.after)}`,
  'indicator.retired': (p) => `Retired the ${p.year} indicator ${p.key}`,
  'unit.closed': (p, n) => `Unit closed on ${p.closesOn}${p.successorId ? `, succeeded by ${n.nameOf(p.successorId)}` : ''}`,
  'opening.set': (p, n) => `Set the opening "${n.cell(p.cell)}": ${blank(p.before)} → ${p.after}`,
  'unit.created': (p, n) => `Added the unit "${p.name}"${p.parentId ? ` below ${n.nameOf(p.parentId)}` : ''}`,
  'unit.changed': (p, n) => `Changed the unit: ${n.change(p.before, p.after)}`,
  'person.created': (p) => `Added ${p.name} (user name ${p.username})`,
  'person.changed': (p, n) => `Changed the person: ${n.change(p.before, p.after)}`,
  'person.link_issued': (p, n) => `Issued a one-time password link to ${n.nameOf(p.userId)}`,
  'person.password_set': (p, n) => `${n.nameOf(p.userId)} set a password`,
  'person.password_changed': (p, n) => `${n.nameOf(p.userId)} changed their own password`,
  'person.password_profile_set': (p) => `Passwords: ${p.before} → ${p.after}`,
  'person.second_factor_on': (p, n) => `${n.nameOf(p.userId)} switched two-step sign-in on`,
  'person.second_factor_off': (p, n) => `${n.nameOf(p.userId)} switched their two-step sign-in off`,
  'person.second_factor_reset': (p, n) => `Reset the two-step sign-in of ${n.nameOf(p.userId)}`,
  'person.recovery_codes_renewed': (p, n) => `${n.nameOf(p.userId)} renewed their recovery codes`,
  'person.second_factor_policy_set': (p) => `Two-step sign-in asked of: ${askedOf[p.before] ?? p.before} → ${askedOf[p.after] ?? p.after}`,
  'person.notices_chosen': (p, n) => `${n.nameOf(p.userId)} changed how they are sent notices`,
  'person.telephone_set': (p, n) =>
    `The telephone number of ${n.nameOf(p.userId)} was ${p.change === 'removed' ? 'taken away' : p.change === 'set' ? 'given' : 'changed'}`,
  'announcement.published': (p, n) => `Announced (${announcedTo(p, n)}): ${p.text}`,
  'announcement.changed': (p, n) =>
    `Changed an announcement: (${announcedTo(p.before, n)}) ${p.before.text} → (${announcedTo(p.after, n)}) ${p.after.text}`,
  'announcement.withdrawn': () => 'Withdrew an announcement',
  'message.retried': (p) => `A notice that could not be sent is tried again (${p.channel})`,
  'person.hold_off_lifted': (p, n) => `Let ${n.nameOf(p.userId)} sign in again at once`,
  'person.identity_bound': (p, n) => `${n.nameOf(p.userId)} was bound to an identity (${p.issuer}, ${shortHash(p.identity)})`,
  'person.identity_unbound': (p, n) => `${n.nameOf(p.userId)} is no longer bound to an identity (${p.issuer}, ${shortHash(p.identity)})`,
  'post.given': (p, n) => `Gave ${n.nameOf(p.userId)} a post: ${n.role(p.role)}, ${n.nameOf(p.unitId)}`,
  'post.ended': (p, n) => `Ended a post of ${n.nameOf(p.userId)}: ${n.role(p.role)}, ${n.nameOf(p.unitId)}`,
  'duty.asked': (p, n) =>
    `${pendingAct(p, n)} waits to be confirmed until ${timeAt(new Date(p.endsAt))}${p.kind.endsWith('_link') ? `; the link was made by ${n.nameOf(p.askedBy)}` : ''}${p.reason ? `; reason: ${p.reason}` : ''}`,
  'duty.confirmed': (p, n) => `Confirmed: ${pendingAct(p, n)}`,
  'duty.declined': (p, n) => `Declined or taken back: ${pendingAct(p, n)}`,
  'duty.lapsed': (p, n) => `Lapsed, nobody confirmed it: ${pendingAct(p, n)}`,
  'attention.own_post': (p, n) =>
    `The administrator ${n.nameOf(p.userId)} gave themselves a post: ${n.role(p.role)}, ${n.nameOf(p.unitId)}; ${p.asked ? 'it waits for another administrator' : aloneWhy(p, n)}`,
  'attention.own_link_opened': (p, n) =>
    `The password link for ${n.nameOf(p.userId)} was opened in the browser of ${n.nameOf(p.issuedBy)}, who made it`,
  'attention.own_link_used': (p, n) =>
    `The password link for ${n.nameOf(p.userId)} was opened in the browser of ${n.nameOf(p.issuedBy)}, who made it, and has been used; ${p.asked ? 'the password waits for another person' : aloneWhy(p, n)}`,
  'three_roles.divided': (p, n) =>
    `The three are three people: system ${n.nameOf(p.system)}, security ${n.nameOf(p.security)}, audit ${n.nameOf(p.auditor)}`,
  'three_roles.reunited': () => 'The three are three people no longer; administrators run everything again',
  'year.withdrawn': (p) =>
    `Withdrew the year ${p.year}, which held nothing${p.filings > 0 ? `; ${p.filings} empty filings went with it` : ''}${p.indicators.length > 0 ? `; indicators removed: ${p.indicators.join(', ')}` : ''}`,
  'year.created': (p) => `Created the year ${p.year}, format ${p.format}`,
  'quarter.changed': (p, n) => `Q${p.quarter} ${p.year}: ${n.change(p.before, p.after)}`,
  'report.text_saved': (p, n) =>
    `Changed the report text "${n.text(p.key)}" (${p.before.length} → ${counted(p.after.length, 'character')})`,
  'report.text_restored': (p, n) => `Restored draft ${p.restored} of the report text "${n.text(p.key)}" as draft ${p.version}`,
  'report.suggested': (p, n) =>
    `Suggested a change of "${n.text(p.key)}": ${blank(p.before)} → ${blank(p.after)}${p.reason ? `; reason: ${p.reason}` : ''}`,
  'report.suggestion_decided': (p, n) =>
    `${{ taken: 'Took', declined: 'Declined', withdrawn: 'Withdrew' }[p.decision] ?? p.decision} a suggestion for "${n.text(p.key)}"${p.text ? `: ${p.text}` : ''}`,
  'report.commented': (p, n) => `Commented on the report text "${n.text(p.key)}": ${p.text}`,
  'report.comment_resolved': (p, n) => `Resolved comments on the report text "${n.text(p.key)}"`,
  'report.signed': (p) => `Signed the report (${p.name}), content ${shortHash(p.hash)}${p.note ? `: ${p.note}` : ''}`,
  'report.signature_withdrawn': (p) => `Withdrew a signature under the report (${p.name}): ${p.reason}`,
  'report.steps_set': (p) => `Set the steps of signing the report: ${p.after.join(' → ') || '(none)'}`,
  'rule.wording_changed': (p) =>
    `Changed the wording settings: repetition ${share(p.before.repetitionShare)} → ${share(p.after.repetitionShare)}, ${countLines(p.before.words)} → ${counted(countLines(p.after.words), 'word')}`,
  'office.due_lock_set': (p) => `Due days that lock: ${lockInWords(p.before)} → ${lockInWords(p.after)}`,
  'office.contact_set': (p) => `Changed how the office is reached: ${p.before || 'nothing'} → ${p.after || 'nothing'}`,
  'report.paragraph_carried': (p, n) =>
    `Carried a paragraph of "${n.text(p.key)}" from ${p.fromYear} (${counted(p.text.length, 'character')})`,
  'report.carried_confirmed': (p, n) => `Confirmed a paragraph of "${n.text(p.key)}" carried from ${p.fromYear}`,
  'year.rolled_over': (p) =>
    `Rolled ${p.from} over to ${p.year}: ${counted(p.openings, 'opening')}, ${counted(p.indicators, 'indicator')}, ${counted(p.paragraphs, 'paragraph')}`,
  'session.confirmed': (p, n) => `Confirmed the password again (${n.act(p.act)})`,
  'report.fact_saved': (p) => `Recorded the fact "${p.name}": ${blank(p.before)} → ${p.after} (evidence: ${p.evidence})`,
  'report.fact_retired': (p) => `Retired the fact "${p.name}"`,
  'report.adjusted': (p, n) => `Adjusted "${n.cell(p.cell)}" by ${p.value}; reason: ${p.reason}`,
  'report.adjustment_countersigned': (p, n) => `Countersigned the adjustment of "${n.cell(p.cell)}"`,
  'report.adjustment_withdrawn': (p, n) => `Withdrew the adjustment of "${n.cell(p.cell)}"`,
  'report.note_saved': (p, n) =>
    `Changed ${isNoteKey(p.place) ? '' : 'the remark in '}"${n.cell(p.place)}": ${blank(p.before)} → ${blank(p.after)}`,
  'contribution.asked': (p) => `Asked for a contribution (${p.topic}, by ${p.dueOn}): ${p.question}`,
  'contribution.answered': (p) => `Answered a request: ${p.number} ${p.sentence}`,
  'contribution.withdrawn': (p) => `Withdrew a request (${p.topic})`,
  'report.finalised': (p) => `Finalised the report, edition ${p.edition}, content ${shortHash(p.hash)}`,
  'report.exported': (p) => `Exported ${p.edition === null ? 'a draft' : `edition ${p.edition}`} (${p.kind}), content ${shortHash(p.hash)}`,
  'report.imported': (p) =>
    `Imported the published report "${p.file}" as edition ${p.edition}${p.damage ? `; not read: ${p.damage.map((one) => one.replace(/。$/, '')).join('; ')}` : ''}`,
  'rule.noted': (p) => `Said that rule ${p.rule} is wrong: ${p.text}`,
  'rule.note_answered': (p) => `Answered the note on rule ${p.rule}: ${p.text}`,
  'workbook.taken_out': (p) => `Took out a workbook, file ${shortHash(p.hash)}`,
  'workbook.taken_in': (p) =>
    `Brought in the workbook "${p.file}": ${counted(p.written, 'cell')} written${p.kept > 0 ? `, ${p.kept} left as in the form` : ''}${p.blanks > 0 ? `, ${p.blanks} blank and not cleared` : ''}, file ${shortHash(p.hash)}`,
  'filing.checked': (p) => `Took out the check report of a filing (${p.kind}), content ${shortHash(p.hash)}`,
  'report.checked': (p) => `Took out the check report of the annual report (${p.kind}), content ${shortHash(p.hash)}`,
  'audit.exported': (p) =>
    `Took out ${counted(p.events, 'event')} of the log (${p.kind})${p.search === '' ? '' : `, looked for by ${p.search}`}, file ${shortHash(p.hash)}`,
  'backup.restored': (p) => `Restored from the backup of ${p.madeAt} (manifest ${shortHash(p.manifest)}, the log then at ${p.head.seq})`,
  'session.started': (p) => `Signed in (${p.username}${p.issuer ? `, by ${p.issuer}` : ''})`,
  'session.code_asked': (p) => `The password was right, a code is asked for (${p.username})`,
  'session.recovery_code_used': (p) => `Signed in with a recovery code (${p.username}), which is used up`,
  'session.ended': () => 'Signed out',
  'session.others_ended': (p) => `Ended their other sessions (${p.count})`,
  'session.refused': (p) => `Sign-in refused (${p.username}): ${p.why}`,
  'session.held_off': (p) =>
    `Too many wrong passwords or codes (${p.username}, ${heldOffBy[p.by] ?? p.by}): held off until ${timeAt(new Date(p.until))}`,
  'session.refusals_not_recorded': (p) =>
    `${p.limit} refused ${p.from.endsWith('pages') ? 'visits to pages' : 'sign-ins'} ${p.from.startsWith('all') ? 'in all' : 'from one source'} were recorded within an hour; further ones are not until ${timeAt(new Date(p.until))}`,
  refused: (p, n) => `Refused to ${n.act(p.act)}${p.page ? ` ${p.page}` : ''}: ${p.sentence}`,
};

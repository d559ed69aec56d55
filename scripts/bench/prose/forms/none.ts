import { numberAt } from '@/server/domain/figures';
import type { About, Statement } from '../statement';
import { noneOf } from '../words/cells';
import { opening } from './opening';

/** A sentence that says there was none, and the cells it says so of. */
export interface NoneForm {
  cells: readonly string[];
  write: (about: About) => Statement;
}

const litigation = ['s4.litigation_direct.total', 's4.litigation_after_review.total'];
const word = ({ random }: About, key: string) => random.pick(noneOf[key] ?? []);
const requests = 's3.new_received.total';
const review = 's4.review.total';

/** Ways of saying none. */
export const noneForms: Readonly<Record<string, NoneForm>> = {
  'requests: not received': {
    cells: [requests],
    write: (about) => [
      `${opening(about)}${about.random.pick(['未收到', '没有收到', '未接到', '未受理', '未收到公民、法人和其他组织的', '尚未收到', '未收到任何', '没有受理'])}${word(about, requests)}。`,
    ],
  },
  'requests: there are none': {
    cells: [requests],
    write: (about) => [
      `${opening(about)}${about.random.pick(['无', '无新收', '没有', '暂无'])}${word(about, requests)}${about.random.pick(['', '情况', '事项'])}。`,
    ],
  },
  'requests: the number is 0': {
    cells: [requests],
    write: (about) => {
      const noun = word(about, requests);
      return [
        `${opening(about)}${about.random.pick([`${noun}0件`, `收到${noun}0件`, `受理${noun}数量为0`, `收到${noun}数为零`, `${noun}办理量为0件`, `共收到${noun}0宗`])}。`,
      ];
    },
  },
  'disputes: did not happen': {
    cells: [review, ...litigation],
    write: (about) => [
      `${opening(about)}${about.random.pick(['未发生', '没有发生', '未产生', '未出现', '没有', '无', '未发生过', '未引发', '未收到'])}${about.random.pick(['因政府信息公开引发的', '因政府信息公开工作引起的', '有关政府信息公开的', '涉及政府信息公开的', '针对政府信息公开的', '政府信息公开'])}${about.random.pick(['行政复议、行政诉讼', '行政复议和行政诉讼', '行政复议及行政诉讼案件', '行政复议或行政诉讼', '行政复议、行政诉讼情况', '复议、诉讼案件'])}。`,
    ],
  },
  'disputes: all 0': {
    cells: [review, ...litigation],
    write: (about) => [
      `${opening(about)}政府信息公开${about.random.pick(['行政复议、行政诉讼', '行政复议案件、行政诉讼案件', '行政复议和行政诉讼'])}${about.random.pick(['均为0', '均为0件', '数量均为0', '数均为零', '均未发生', '各0件', '均无'])}。`,
    ],
  },
  'review: did not happen': {
    cells: [review],
    write: (about) => [
      `${opening(about)}${about.random.pick(['未发生', '无', '没有发生', '未出现', '没有'])}${word(about, review)}${about.random.pick(['', '情况'])}。`,
    ],
  },
  'review: not applied for': {
    cells: [review],
    write: (about) => [
      `${opening(about)}${about.random.pick(['未因政府信息公开被申请行政复议', '没有因政府信息公开被申请行政复议的情况', '未被提起政府信息公开行政复议', '无公民、法人或其他组织就政府信息公开申请行政复议'])}。`,
    ],
  },
  'litigation: did not happen': {
    cells: litigation,
    write: (about) => [
      `${opening(about)}${about.random.pick(['未发生', '无', '没有发生', '未出现', '没有'])}${word(about, 's4.litigation')}${about.random.pick(['', '情况'])}。`,
    ],
  },
  'litigation: not sued': {
    cells: litigation,
    write: (about) => [
      `${opening(about)}${about.random.pick(['未因政府信息公开被提起行政诉讼', '没有因政府信息公开被起诉的情况', '未有因政府信息公开引发的行政诉讼', '政府信息公开行政诉讼0件'])}。`,
    ],
  },
  'documents: not issued': {
    cells: ['s2.normative_documents.issued'],
    write: (about) => [
      `${opening(about)}${about.random.pick(['未制发', '没有制发', '未制定', '未出台', '无新制发', '未印发', '没有出台'])}${word(about, 's2.normative_documents.issued')}。`,
    ],
  },
  'documents: 0': {
    cells: ['s2.normative_documents.issued'],
    write: (about) => [
      `${opening(about)}${about.random.pick(['制发', '本年制发', '新制定', '出台'])}${word(about, 's2.normative_documents.issued')}${about.random.pick(['0件', '数为0', '数量为零', '为0件'])}。`,
    ],
  },
  'documents: none repealed': {
    cells: ['s2.normative_documents.repealed'],
    write: (about) => [
      `${opening(about)}${about.random.pick(['未废止', '没有废止', '无废止的'])}${word(about, 's2.normative_documents.issued')}。`,
    ],
  },
  ...Object.fromEntries(
    ['s2.penalty_decisions', 's2.coercion_decisions', 's2.licensing_decisions'].map((cell): [string, NoneForm] => [
      `${cell.slice(3)}: none`,
      {
        cells: [cell],
        write: (about) => [
          `${opening(about)}${about.random.pick(['未作出', '没有作出', '未实施', '无', '未发生'])}${word(about, cell)}${about.random.pick(['', '决定', '案件'])}。`,
        ],
      },
    ]),
  ),
  'requests and disputes at once': {
    cells: [requests, review, ...litigation],
    write: (about) => [
      `${opening(about)}未收到政府信息公开申请，${about.random.pick(['未发生行政复议、行政诉讼', '也未发生因此引起的行政复议和行政诉讼', '无行政复议、行政诉讼'])}。`,
    ],
  },
  'applicants: none of a kind': {
    cells: ['s3.new_received.commercial_enterprise'],
    write: (about) => [
      `${opening(about)}${about.random.pick(['未收到商业企业提出的政府信息公开申请', '商业企业申请0件', '没有商业企业申请政府信息公开'])}。`,
    ],
  },
  'carried over: none': {
    cells: ['s3.carried_out.total'],
    write: (about) => [
      `${opening(about)}${about.random.pick(['无结转下年度继续办理的申请', '没有结转下年度继续办理的政府信息公开申请', '结转下年度继续办理0件', '无结转下年度申请'])}。`,
    ],
  },
  'carried in: none': {
    cells: ['s3.carried_in.total'],
    write: (about) => [
      `${opening(about)}${about.random.pick(['无上年结转申请', '没有上年度结转的政府信息公开申请', '上年结转0件', '无上年度结转政府信息公开申请'])}。`,
    ],
  },
};

export const isTrue = (form: NoneForm, { figures }: About): boolean => form.cells.every((cell) => numberAt(figures, cell) === 0);

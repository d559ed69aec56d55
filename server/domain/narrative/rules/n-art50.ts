import type { Check } from '../../checks/check';
import type { Sentence } from '../../sentence';
import type { CheckSubject } from '../../subject';
import { mentions } from '../topics/coverage';
import { isGovernment } from '../topics/is-government';
import { topics } from '../topics/topics';

/** What Article 50(4) wants stated of a government. */
const wanted = topics.filter((topic) => topic.isOfGovernments);

/** An excerpt of phrases is no section: shorter than this, or in fewer sentences, it cannot show that something is missing. */
const fewestCharacters = 300;
const fewestSentences = 3;

export const nArt50: Check = {
  id: 'n-art50',
  sentence: {
    zh: '政府的年度报告应写明工作考核、社会评议和责任追究结果情况。',
    en: "A government's report states the results of assessment, social evaluation and accountability.",
  },
  severity: 'confirm',
  source: '《政府信息公开条例》第五十条第（四）项',
  appliesTo: (subject) => subject.kind !== 'filing' && isGovernment(subject.organ),
  run: (subject) => {
    const text = subject.texts['1'];
    if (!text || isExcerpt(subject, text)) return { findings: [], passed: 0, notCheckable: [{ cells: [], why: absent }] };
    const missing = wanted.filter((topic) => !mentions(topic, text));
    if (missing.length === 0) return { findings: [], passed: 1, notCheckable: [] };
    return {
      findings: [
        {
          cells: [],
          place: null,
          left: missing.map(({ zh }) => zh).join('、'),
          right: null,
          difference: null,
          message: {
            zh: `第一部分没有写到：${missing.map(({ zh }) => zh).join('、')}。请写明本年结果，没有的也写“未发生”。`,
            en: `Section 一 does not speak of ${missing.map(({ en }) => en).join(', ')}. State this year's result, even if there was none.`,
          },
        },
      ],
      passed: 0,
      notCheckable: [],
    };
  },
  examples: {
    passing: { title: 'all three are stated', texts: { '1': long('工作考核结果为优秀，开展社会评议，未发生责任追究。') } },
    failing: { title: '工作考核 is absent', texts: { '1': long('落实政府信息公开社会评议和责任追究制度。') } },
    blank: { title: 'only an excerpt is at hand', texts: { '1': '受理政府信息公开申请83件。' } },
  },
};

const absent: Sentence = { zh: '缺第一部分的全文。', en: 'The full text of section 一 is missing.' };

function isExcerpt(subject: CheckSubject, text: string): boolean {
  if (subject.kind === 'edition') return false;
  return text.replace(/\s/g, '').length < fewestCharacters || text.split('。').length <= fewestSentences;
}

function long(sentence: string): string {
  return `${sentence}${'积极推进政府信息公开各项工作，及时准确公开政府信息。'.repeat(14)}`;
}

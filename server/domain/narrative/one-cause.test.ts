import { describe, expect, it } from 'vitest';
import { runChecks } from '../checks';
import { aSubject, bookOf } from '../checks/example-subject';
import { getFormat } from '../formats';
import { type SeededRandom, seededRandom } from '../seeded-random';

const format = getFormat('2021');
const trials = 20;

/** A sentence of several numbers that hang together, with the tables of both years as far as it speaks of them. */
interface Said {
  words: readonly string[];
  /** One number behind each of the words but the last; a share or a rate is written as it is. */
  numbers: readonly (number | string)[];
  figures?: Record<string, number>;
  lastYear?: Record<string, number>;
}

function textOf({ words }: Said, numbers: Said['numbers']): string {
  return words.map((word, at) => `${word}${numbers[at] ?? ''}`).join('');
}

function found(said: Said, numbers: Said['numbers']) {
  const zeros = Object.fromEntries([...format.cells.values()].filter(({ table }) => table !== 'internal').map(({ id }) => [id, 0]));
  const book = (known: Record<string, number> = {}) => bookOf(format, { ...zeros, ...known });
  const subject = aSubject({
    organ: '示例区教育局',
    scope: 'own_organ',
    year: 2024,
    figures: book(said.figures),
    texts: { '1': textOf(said, numbers), '6': '本年度未收取信息处理费。' },
    lastYear: { organ: '示例区教育局', scope: 'own_organ', year: 2023, figures: book(said.lastYear), texts: {} },
  });
  return runChecks(subject).findings.filter(({ place }) => place?.text === '1');
}

/** Rows of table 三 with the same counts in each, and their totals. */
function inRows(rows: readonly string[], counts: Record<string, number>): Record<string, number> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(
    rows.flatMap((row) => Object.entries({ ...counts, total }).map(([column, count]) => [`s3.${row}.${column}`, count])),
  );
}

const share = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);
const rate = (now: number, before: number): string => ((100 * (now - before)) / before).toFixed(1);

/** Each with the slots whose slip contradicts more than one thing. */
const sentences: Readonly<Record<string, (random: SeededRandom) => Said & { slips: readonly number[] }>> = {
  'a count of the table with its shares': (random) => {
    const [people, firms] = [random.integer(30, 90), random.integer(11, 29)];
    const all = people + firms;
    return {
      words: ['收到政府信息公开申请', '件，其中自然人申请', '件，占', '%，商业企业申请', '件，占', '%。'],
      numbers: [all, people, share(people, all), firms, share(firms, all)],
      figures: inRows(['new_received', 'granted', 'result_total'], { natural_person: people, commercial_enterprise: firms }),
      slips: [0, 1, 3],
    };
  },
  'a count of the table with its growth': (random) => {
    const [before, more] = [random.integer(40, 90), random.integer(11, 60)];
    return {
      words: ['收到政府信息公开申请', '件，较上年的', '件增加', '件，增长', '%。'],
      numbers: [before + more, before, more, rate(before + more, before)],
      figures: inRows(['new_received', 'granted', 'result_total'], { natural_person: before + more }),
      lastYear: inRows(['new_received', 'granted', 'result_total'], { natural_person: before }),
      slips: [0, 1],
    };
  },
  'a list with shares': (random) => {
    const parts = [random.integer(30, 60), random.integer(12, 29), random.integer(61, 90)] as const;
    const all = parts[0] + parts[1] + parts[2];
    return {
      words: ['全年发布信息', '条，其中部门动态', '条，占', '%，通知公告', '条，占', '%，其他信息', '条，占', '%。'],
      numbers: [all, parts[0], share(parts[0], all), parts[1], share(parts[1], all), parts[2], share(parts[2], all)],
      slips: [0, 1, 3, 5],
    };
  },
  'a list in a list': (random) => {
    const inner = [random.integer(12, 40), random.integer(12, 40)] as const;
    const others = [random.integer(20, 60), random.integer(20, 60)] as const;
    const first = inner[0] + inner[1];
    return {
      words: ['编发简报', '期，其中信息', '期（图文', '期、视频', '期），专报', '期，其他', '期。'],
      numbers: [first + others[0] + others[1], first, inner[0], inner[1], others[0], others[1]],
      slips: [1],
    };
  },
  'a local figure and its growth twice': (random) => {
    const [before, more] = [random.integer(40, 90), random.integer(15, 60)];
    return {
      words: ['走访企业', '家，比上年（', '家）增加', '家，增长', '%。'],
      numbers: [before + more, before, more, rate(before + more, before)],
      slips: [0, 1],
    };
  },
  'a list whose whole has grown': (random) => {
    const parts = [random.integer(30, 60), random.integer(12, 29), random.integer(61, 90)] as const;
    const all = parts[0] + parts[1] + parts[2];
    const before = random.integer(60, 90);
    return {
      words: ['发布信息', '条，比上年（', '条）增长', '%，其中部门动态', '条、通知公告', '条、其他信息', '条。'],
      numbers: [all, before, rate(all, before), parts[0], parts[1], parts[2]],
      slips: [0],
    };
  },
};

describe.each(Object.entries(sentences))('%s', (_, write) => {
  it('is silent where it is right', () => {
    for (let seed = 1; seed <= trials; seed += 1) {
      const said = write(seededRandom(seed));
      expect(
        found(said, said.numbers).map(({ message }) => message.zh),
        textOf(said, said.numbers),
      ).toEqual([]);
    }
  });

  it('is one finding where one number is wrong, and what to write is the right one', () => {
    for (let seed = 1; seed <= trials; seed += 1) {
      const random = seededRandom(seed);
      const said = write(random);
      const at = random.pick(said.slips);
      const right = Number(said.numbers[at]);
      const wrong = right + random.integer(2, 9);
      const numbers = said.numbers.map((number, index) => (index === at ? wrong : number));
      const messages = found(said, numbers).map(({ message }) => message.zh);
      expect(messages, textOf(said, numbers)).toHaveLength(1);
      expect(messages[0], textOf(said, numbers)).toMatch(new RegExp(`改为 ${right}\\D`));
    }
  });
});

it('a count that slipped into the number beside it is one finding, which says both', () => {
  for (let seed = 1; seed <= trials; seed += 1) {
    const random = seededRandom(seed);
    const [granted, denied, moved] = [random.integer(20, 90), random.integer(20, 90), random.integer(1, 9)];
    const figures = {
      ...inRows(['new_received', 'result_total'], { natural_person: granted + denied }),
      ...inRows(['granted'], { natural_person: granted }),
      ...inRows(['denied_state_secret'], { natural_person: denied }),
    };
    const said = { words: ['答复政府信息公开申请', '件，其中予以公开', '件，不予公开', '件。'], numbers: [], figures };
    const numbers = [granted + denied, granted - moved, denied + moved];
    const messages = found(said, numbers).map(({ message }) => message.zh);
    expect(messages, textOf(said, numbers)).toHaveLength(1);
    expect(messages[0]).toContain(`请依次改为 ${granted}件、${denied}件`);
  }
});

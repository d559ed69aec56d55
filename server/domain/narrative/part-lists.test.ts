import { describe, expect, it } from 'vitest';
import { judgeParts } from './judge-parts';
import { partLists } from './part-lists';
import { paragraphs, readText } from './read-text';

function verdicts(text: string): string[] {
  const read = readText(text, 2024);
  return paragraphs(read)
    .flatMap((figures) => partLists(read.plain.text, figures))
    .flatMap((list) => judgeParts(list) ?? [])
    .map((claim) => `${claim.stated} ${claim.tried[0]?.zh ?? ''} ${claim.verdict}${claim.isHint ? ' hint' : ''}`);
}

describe('sums within a sentence', () => {
  it.each([
    ['编发119期，其中A47期、B28期、C44期', ['119期 47+28+44 agrees']],
    ['编发119期，其中A47期、B28期、C40期', ['119期 47+28+40 disagrees']],
    ['出台文件18件（含新制定4件，修改13件）', ['18件 4+13 disagrees']],
    ['发布文件114件（含规范性文件2件），其中人事任免文件40件', []],
    ['举办发布会3场、通气会2场，共6场', ['6场 3+2 disagrees']],
    ['培训10场，其中线上6场，线下5场', ['10场 6+5 disagrees']],
    ['联系企业100家，其中重点企业60家、外资企业20家等', []],
    ['编发119期，其中A40期、B20期、C10期', ['119期 40+20+10 disagrees hint']],
    ['发布信息60条（文字20条、图文30条、视频10条），培训5场', ['60条 20+30+10 agrees']],
    ['发布信息5000余条，其中网站3000条、微信1000条', []],
  ])('%s', (text, expected) => expect(verdicts(text)).toEqual(expected));
});

import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import { withoutBoilerplate } from './text-boilerplate';
import { measureRepetition } from './text-repetition';

const lawSentence = '根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号要求，编制本年度报告。';

describe('how much of a text stood in last year’s', () => {
  it('counts a copied sentence with new numbers, and says where it stands', () => {
    const text = '围绕营商环境集中发布惠企举措。\n全年主动公开信息1203条，组织培训5场。';
    const repetition = measureRepetition(text, '全年主动公开信息0987条，组织培训3场。');
    const start = text.indexOf('全年');
    expect(repetition.paragraphs.map((one) => one.share)).toEqual([0, 1]);
    expect(repetition.runs).toMatchObject([{ start, end: text.length - 1 }]);
    expect(repetition.longest).toMatchObject({ start, end: text.length - 1 });
  });

  it('leaves out the sentences that every report has', () => {
    expect(measureRepetition(lawSentence, lawSentence)).toMatchObject({ share: 0, compared: 0, longest: null, runs: [] });
    expect(measureRepetition(`${lawSentence}本年新建公开专区两处。`, lawSentence)).toMatchObject({ share: 0, compared: 10 });
  });

  it('says nothing of an empty text', () => {
    expect(measureRepetition('', '上年写过的一段话。')).toEqual({ share: 0, compared: 0, longest: null, runs: [], paragraphs: [] });
  });

  it('keeps places right behind rare characters', () => {
    const text = '𠮷里街道新设𠮷里政务公开专区。';
    const repetition = measureRepetition(text, '新设𠮷里政务公开专区');
    expect(repetition.runs.map(({ start, end }) => text.slice(start, end))).toEqual(['新设𠮷里政务公开专区']);
  });

  it('blanks boilerplate without moving what stands around it', () => {
    const text = `前。${lawSentence}后。本报告的电子版可在门户网站下载。`;
    const bare = withoutBoilerplate(text);
    expect([bare.length, bare.trim()]).toEqual([text.length, `前。${' '.repeat(lawSentence.length)}后。`]);
  });

  it('is whole of the text itself and adds up over its paragraphs', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const letters = '政府信息公开办理依法平台培训甲乙丙丁';
      const line = () => Array.from({ length: random.integer(8, 40) }, () => letters[random.integer(0, letters.length - 1)]).join('');
      const text = Array.from({ length: random.integer(1, 5) }, line).join('\n');
      expect(measureRepetition(text, text).share).toBe(1);
      const other = measureRepetition(text, line());
      const taken = other.paragraphs.reduce((sum, one) => sum + one.share * one.compared, 0);
      expect(taken).toBeCloseTo(other.share * other.compared, 6);
    }
  });
});

import { expect, it } from 'vitest';
import { subjectFrom } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { xText } from './x-text';

testRuleExamples(xText);

const paragraph =
  '全区各单位围绕重点领域公开信息，健全解读回应机制，规范申请办理流程，强化平台日常运维，开展业务培训和社会评议，公开质量稳步提升。';
const other =
  '针对解读形式单一的问题，我们请窗口同志列出群众最常问的十件事，逐件录制短视频，并在社区公告栏张贴二维码，方便老年人扫码观看。';

it('x-text: a paragraph copied whole is more than 90 % the same', () => {
  const text = `${paragraph}${paragraph}`;
  const { findings } = xText.run(subjectFrom({ title: '', texts: { '1': text }, lastYear: { texts: { '1': paragraph } } }));
  expect(Number(findings[0]?.left)).toBeGreaterThan(90);
  expect(findings[0]?.place?.snippet.length).toBeGreaterThan(60);
});

it('x-text: a text of which less than half was there last year passes', () => {
  const text = `${paragraph}${other}${other.replaceAll('视频', '图解')}`;
  expect(xText.run(subjectFrom({ title: '', texts: { '5': text }, lastYear: { texts: { '5': paragraph } } })).findings).toEqual([]);
});

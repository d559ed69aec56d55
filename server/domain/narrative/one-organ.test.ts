import { expect, it } from 'vitest';
import { aSubject, bookOf } from '../checks/testing/example-subject';
import { getFormat } from '../formats';
import { analyse } from './analyse';

const format = getFormat('2021');
const figures = bookOf(format, {
  's3.new_received.natural_person': 74,
  's3.new_received.total': 74,
  's3.carried_in.total': 1,
  's3.result_total.total': 75,
  's3.carried_out.total': 0,
});

it.each([
  ['consolidated', '区政府办共收到依申请公开32件，已办结31件，转下年1件。', []],
  ['consolidated', '全区共受理政府信息公开申请74件，其中区教育局受理12件，答复12件，区公安局受理20件。', []],
  ['consolidated', '经区政府办公室汇总，全区共收到政府信息公开申请70件。', ['70件']],
  ['consolidated', '区政府共受理政府信息公开申请73件。', ['73件']],
  ['own_organ', '区政府办公室全年共受理政府信息公开申请73件，答复政府信息公开申请75件。', ['73件']],
] as const)('in a %s report: %s', (scope, text, disagrees) => {
  const subject = aSubject({ format, scope, figures, texts: { '1': text } });
  const claims = analyse(subject).flatMap((one) => one.claims);
  expect(claims.filter((claim) => claim.verdict === 'disagrees').map((claim) => claim.stated)).toEqual(disagrees);
});

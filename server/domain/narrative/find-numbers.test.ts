import { describe, expect, it } from 'vitest';
import { printDecimal } from './decimal';
import { findNumbers } from './find-numbers';
import { plainText } from './plain-text';

function read(text: string): string[] {
  return findNumbers(plainText(text).text).map(
    ({ raw, value, unit, hedge }) => `${raw}=${value ? printDecimal(value) : 'none'}${unit ?? ''}${hedge ? ` ${hedge}` : ''}`,
  );
}

describe('findNumbers', () => {
  it.each([
    ['受理83件', ['83=83件']],
    ['受理 ８３ 件', ['83=83件']],
    ['发布1,234条', ['1234=1234条']],
    ['收费59237.2449万元', ['59237.2449万=592372449元']],
    ['访问1.2万次', ['1.2万=12000次']],
    ['20余家、5000多份', ['20余=20家 more', '5000多=5000份 more']],
    ['近500人次，约80件，超过30场，不足10户', ['500=500人次 nearly', '80=80件 about', '30=30场 at_least', '10=10户 below']],
    ['500人以上，80件左右', ['500=500人 at_least', '80=80件 about']],
    ['答复八十四件', ['八十四=84件']],
    ['占44.05%，下降1.2个百分点', ['44.05=44.05%', '1.2=1.2个百分点']],
    ['30多万人次', ['30多万=300000人次 more']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('483件 is one number and never holds an 83', () => expect(read('诉求483件')).toEqual(['483=483件']));
  it('a run of digits too long to count is no quantity', () => expect(read('310101199001011234')).toEqual(['310101199001011234=none']));
});

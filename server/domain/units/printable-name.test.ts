import { describe, expect, it } from 'vitest';
import { unprintableIn } from './printable-name';

describe('a name as it will be printed', () => {
  it.each(['示例区人民政府', '区城管局（本 级）', '买买提·艾力', '㐂𠮷', '李\u{2a700}', 'O’Neill-Smith Jr.', '第3办公室 #2', '某某™'])(
    'may be %s',
    (name) => {
      expect(unprintableIn(name)).toBeNull();
    },
  );

  it.each([
    ['示例区😀局', '😀（U+1F600）'],
    ['示例\u200b区', 'U+200B'],
    ['示例\u202e区', 'U+202E'],
    ['示例\u0007区', 'U+0007'],
    ['示例\n区', 'U+000A'],
    ['示例\ue000区', 'U+E000'],
    ['示例\u{1f1e8}\u{1f1f3}区', 'U+1F1E8'],
    ['示例\u3164区', 'U+3164'],
    ['示例\ufeff', 'U+FEFF'],
  ])('may not be %j', (name, found) => {
    expect(unprintableIn(name)).toBe(found);
  });
});

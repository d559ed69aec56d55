import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attachmentName, attachmentTypes, endings } from '.';

it.each([
  ['会议纪要.pdf', 'pdf', '会议纪要.pdf'],
  ['照片.JPG', 'jpeg', '照片.jpg'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['C:\\报表\\..\\三季度.xlsx', 'xlsx', '三季度.xlsx'],
  ['年报\u202egnp.exe', 'png', '年报gnp.exe.png'],
  ['批\u200b文\0.pdf', 'pdf', '批文.pdf'],
  ['扫描件.pdf', 'jpeg', '扫描件.pdf.jpg'],
  ['a<b>:"c|?*.docx', 'docx', 'a_b___c___.docx'],
  ['...', 'png', '附件.png'],
  ['', 'pdf', '附件.pdf'],
  ['.pdf', 'pdf', 'pdf.pdf'],
] as const)('%j of a %s is kept as %s', (given, type, name) => {
  expect(attachmentName(given, type)).toBe(name);
});

it('any name is one that a file system takes, short, seen, and ends as the file is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), fc.constantFrom(...attachmentTypes), (given, type) => {
      const name = attachmentName(given, type);
      expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\.|^\s/u);
      expect([...name].length).toBeLessThanOrEqual(105);
      expect(endings[type]).toContain(name.split('.').at(-1));
    }),
    { numRuns: 30 },
  );
});

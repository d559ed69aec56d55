import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text';

describe('plainText', () => {
  it('joins a line broken inside a word and keeps the end of a paragraph', () => {
    expect(plainText('答\n\n复 84 件。\n（二）下一节').text).toBe('答复84件。\n（二）下一节');
  });
  it('makes digits and percent signs half-width and keeps thousands together', () => {
    expect(plainText('占４４．０５％，共1,234条').text).toBe('占44.05%，共1234条');
  });
  it('keeps two numbers apart', () => expect(plainText('2 3 9').text).toBe('2 3 9'));
  it('keeps a heading on its own line', () =>
    expect(plainText('（二）2024年创新工作情况\n1. 探索').text).toBe('（二）2024年创新工作情况\n1.探索'));
  it('knows where each character stood', () => {
    const { text, origin } = plainText('受理 83 件');
    expect(origin[text.indexOf('83')]).toBe(3);
  });
});

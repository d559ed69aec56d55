import { describe, expect, it } from 'vitest';
import { shown } from '../testing/shown';
import { ActAnswer } from './act-answer';

describe('the answer to an act', () => {
  it('is said, and is no empty box where there is nothing to say', async () => {
    const boxOf = async (text: string) => (await shown(<ActAnswer answer={{ tone: 'wrong', text }} />)).all('alert').length;
    expect([await boxOf('没有存上'), await boxOf('')]).toEqual([1, 0]);
  });
});

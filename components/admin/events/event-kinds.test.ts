import { describe, expect, it } from 'vitest';
import { eventKinds } from '@/server/domain/signing';
import { kindPrefixes } from './event-kinds';

describe('by which beginnings the log may be read', () => {
  it('finds every kind of event by exactly one of them', () => {
    for (const kind of eventKinds) expect([kind, kindPrefixes.filter((prefix) => kind.startsWith(prefix)).length]).toEqual([kind, 1]);
  });

  it('offers none by which nothing is found', () => {
    expect(kindPrefixes.filter((prefix) => !eventKinds.some((kind) => kind.startsWith(prefix)))).toEqual([]);
  });
});

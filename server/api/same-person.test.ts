import { describe, expect, it } from 'vitest';
import { refusalOf } from '@/server/testing/refusal-of';
import type { Actor } from '@/server/views/access';
import { requireSamePerson, sendingPage } from './same-person';

const colleague: Actor = { userId: 'li', name: '李四', username: 'li', sessionId: 's', posts: [] };

describe('the page that sent a request', () => {
  it('is the one that names a person, wherever it comes from', () => {
    expect(sendingPage({ 'x-nianbao-person': 'wang' })).toEqual({ openedFor: 'wang' });
    expect(sendingPage({ origin: 'http://nianbao.local', 'x-nianbao-person': 'wang' })).toEqual({ openedFor: 'wang' });
  });

  it('is a page without a name when a browser sent it and it names nobody, so that leaving the name out is no way round', () => {
    for (const headers of [{ origin: 'http://nianbao.local' }, { origin: 'null' }, { 'sec-fetch-site': 'same-origin' }])
      expect(sendingPage(headers)).toEqual({ openedFor: null });
    expect(sendingPage({ origin: 'http://nianbao.local', 'x-nianbao-person': '' })).toEqual({ openedFor: null });
  });

  it('is none when a script sent it', () => {
    expect(sendingPage({ cookie: 'a=b' })).toBeNull();
  });
});

describe('another person’s page', () => {
  it('is refused with the name of who is signed in now', async () => {
    const refusal = await refusalOf((async () => requireSamePerson(colleague, { openedFor: 'wang' }))());
    expect(refusal).toMatchObject({ code: 'other_person', sentence: { zh: expect.stringContaining('现在登录的是李四') } });
  });

  it('is not what a page of one’s own is', () => {
    expect(() => requireSamePerson(colleague, { openedFor: 'li' })).not.toThrow();
    expect(() => requireSamePerson(colleague, null)).not.toThrow();
  });
});

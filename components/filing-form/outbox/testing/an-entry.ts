import type { OutboxEntry, OutboxState } from '../entry';

export function anEntry(of: Partial<OutboxEntry> & Pick<OutboxEntry, 'changeId'>): OutboxEntry {
  return {
    userId: 'clerk',
    filingId: 'filing',
    place: 's3.granted.natural_person',
    raw: '1',
    baseVersion: 0,
    follows: null,
    typedAt: Number(of.changeId.replace(/\D/g, '')) || 1,
    sentAt: null,
    isAlone: false,
    problem: null,
    ...of,
  };
}

export function aState(...entries: OutboxEntry[]): OutboxState {
  return { entries, acks: new Map() };
}

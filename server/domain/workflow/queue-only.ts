/**
 * Which of the submissions that wait are looked at. overdue: their quarter was due before today. explained: with a 说明 or an exception. mine: the
 * person has taken them on. free: nobody has.
 */
export const queueOnly = ['all', 'overdue', 'explained', 'mine', 'free'] as const;
export type QueueOnly = (typeof queueOnly)[number];

import { counted, plural } from '@/server/domain/plural';
import type { Messages } from '../zh';

const places = (count: number) => counted(count, 'place');

export const talk: Messages['talk'] = {
  here: { review: (names) => `${names} is reading this too`, form: (names) => `${names} is filling this in too` },
  title: 'Comments',
  about: (place) => `Comments: ${place}`,
  hint: 'For colleagues only: a comment holds nothing up and is never printed.',
  none: 'No comments yet.',
  label: 'Write a comment',
  send: 'Comment',
  sendKeys: 'Ctrl+Enter sends',
  resolve: 'Resolve',
  resolveOf: (place) => `Resolve comments: ${place}`,
  resolved: (count) => `${count} resolved`,
  resolvedBy: (name, at) => `resolved by ${name} ${at}`,
  by: (name, at) => `${name} ${at}`,
  tooLong: (length, most) => `${length} characters; at most ${most} fit`,
  count: (count) => `${count} open ${plural(count, 'comment')}`,
  openThreads: (count) => `Comments in ${places(count)}`,
  choose: 'Choose any figure to comment on it.',
  text: 'Text',
  paragraph: (number) => `Text, paragraph ${number}`,
  quote: (words) => `"${words}"`,
  goTo: (place) => `Go to: ${place}`,
  followUp: 'Follow up',
  followUps: (count) => `Follow up: ${places(count)}`,
  marked: (name, at) => `marked by ${name} ${at}`,
  reminder: 'Before you submit (this does not hold it up)',
  reminderFollowUps: (count) => `${places(count)} still marked for follow-up:`,
  reminderThreads: (count) => `${places(count)} with open comments:`,
  replies: 'Discussion',
  reply: 'Send',
  discuss: 'Discuss this remark…',
  replyOf: (place) => `Discuss this remark: ${place}`,
  replyLabel: 'Discussion: ask or say something; it does not answer the remark',
};

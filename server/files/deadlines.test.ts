import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { calendarOf } from './deadlines';

const long = '示例区政务服务和数据管理局, 原行政审批局; 以及 \\ 名字很长的单位 2026 年第三季度数据报送截止';
const deadlines = [
  { key: 'due-u1-2026Q3', day: '2026-10-15', what: long },
  { key: 'material-m1', day: '2027-01-01', what: '年报素材' },
];
const made = calendarOf(deadlines, new Date('2026-09-30T23:00:00Z'));

it('deadlines are read back by a parser of others: whole days, names that stay, a reminder at nine on the morning before', () => {
  const calendar = new ICAL.Component(ICAL.parse(made));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  // RFC 5545, 3.6: what is said of the calendar stands before the first thing in it.
  expect(made.indexOf('BEGIN:VEVENT')).toBeGreaterThan(made.indexOf('X-WR-CALNAME'));
  expect(made).toMatch(/END:VEVENT\r\nEND:VCALENDAR\s*$/);
  expect(events.map(({ uid, summary, startDate }) => [uid, startDate.toString(), startDate.isDate, summary])).toEqual([
    ['due-u1-2026Q3@nianbao', '2026-10-15', true, long],
    ['material-m1@nianbao', '2027-01-01', true, '年报素材'],
  ]);
  const [first] = events;
  const alarm = first?.component.getFirstSubcomponent('valarm');
  expect([String(alarm?.getFirstPropertyValue('trigger')), alarm?.getFirstPropertyValue('action')]).toEqual(['-PT15H', 'DISPLAY']);
  expect(String(first?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-09-30T23:00:00Z');
});

it('its lines end with CRLF and have at most 75 bytes, none cut inside a character', () => {
  const lines = made.split('\r\n');
  expect(made).not.toMatch(/[^\r]\n|\r(?!\n)|\uFFFD/);
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.some((line) => line.startsWith(' '))).toBe(true);
});

it('is a calendar without a day', () => {
  expect(new ICAL.Component(ICAL.parse(calendarOf([], new Date('2026-10-01T00:00:00Z')))).getAllSubcomponents('vevent')).toEqual([]);
});

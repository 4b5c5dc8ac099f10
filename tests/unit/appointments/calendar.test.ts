import { expect, test } from 'vitest'
import { calendarOf } from '@/lib/appointments/calendar'

const now = new Date('2026-11-24T09:00:00Z')
const date = {
  ...{ id: 'a1', personId: 'p1', startsAt: '2026-11-24T10:30:00+00:00', minutes: 30, version: 2 },
  ...{ cancelled: false, initials: 'DO' },
}

test('a feed has times in UTC, initials and a link, and no more of anybody', () => {
  const lines = calendarOf([date], 'https://example.org', now).split('\r\n')
  expect(lines).toContain('DTSTART:20261124T103000Z')
  expect(lines).toContain('DTEND:20261124T110000Z')
  expect(lines).toContain('SUMMARY:DO')
  expect(lines).toContain('URL:https://example.org/people/p1/dates')
  expect(lines.some((line) => /^(LOCATION|DESCRIPTION|ATTENDEE)/.test(line))).toBe(false)
})

test('what is cancelled says so in its summary too, which every calendar reads', () => {
  const text = calendarOf([{ ...date, cancelled: true }], 'https://example.org', now)
  expect(text).toContain('SUMMARY:Cancelled: DO\r\n')
  expect(text).toContain('STATUS:CANCELLED\r\n')
})

test('a feed that has ended says so in one event, and no line is longer than it may be', () => {
  const text = calendarOf(null, 'https://example.org', now)
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(text.replaceAll('\r\n ', '')).toContain('This calendar has ended.')
  const long = calendarOf([date], `https://${'x'.repeat(90)}.example.org`, now)
  for (const line of [...text.split('\r\n'), ...long.split('\r\n')])
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

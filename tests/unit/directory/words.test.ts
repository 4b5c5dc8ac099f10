import { describe, expect, test } from 'vitest'
import { isPublicAddress, listedHosts } from '@/lib/directory/listed-fetch'
import { readService } from '@/lib/directory/rules/listed-service'
import { needsOf } from '@/lib/directory/rules/needs-of'
import { rowOf, serviceOf } from '@/lib/directory/rules/service-row'
import { ageWords, confirmedWords, hoursWords, waitWords } from '@/lib/directory/words'
import { sampleService } from './sample-service'

const nothing = { id: '', from: null, to: null, words: null, repeats: 'WEEKLY' as const }
const hours = (days: string | null, opens: string | null, closes: string | null, more = {}) =>
  hoursWords({ ...nothing, days, opens, closes, ...more })

describe('words of a service', () => {
  test.each([
    [hours('MO,TU,WE,TH,FR', '09:00', '17:00'), 'Monday to Friday, 09:00 to 17:00'],
    [hours('MO,TU,WE,TH,FR,SA,SU', '00:00', '00:00'), 'Every day, day and night'],
    [hours('TU,TH', '10:00', null), 'Tuesday, Thursday, from 10:00'],
    [hours('1TU,-1FR', '10:00', '12:00'), /^first Tuesday of the month, last Friday of the/],
    [hours('SA', null, null), 'Saturday, times not known'],
    [hours(null, null, null, { words: 'Ring first' }), 'Ring first'],
    [hours('MO', '09:00', '10:00', { to: '2026-12-01' }), / \(until 1 December 2026\)$/],
  ])('%s', (said, wanted) => expect(said).toMatch(wanted))

  test('what is not known has none', () => {
    expect([ageWords(null, null), waitWords(null)]).toEqual([null, null])
    expect([ageWords(16, null), ageWords(null, 25), ageWords(16, 25)]).toEqual([
      ...['16 and over', 'up to 25', '16 to 25'],
    ])
    expect([0, 1, 13, 63].map(waitWords)).toEqual([
      ...['no wait', 'about 1 day', 'about 13 days', 'about 9 weeks'],
    ])
    expect(confirmedWords({ confirmed_by: null, confirmed_on: null })).toMatch(/Nobody/)
  })
})

describe('a row', () => {
  const read = (changed: object) => {
    const service = readService(sampleService(changed as Record<string, unknown>))
    if (!service) throw new Error('it was not read')
    return service
  }

  test('is the service again, whatever it is', () => {
    for (const changed of [
      {},
      { name: 'A refuge' },
      { schedules: [] },
      { organization: undefined },
    ]) {
      expect(serviceOf(rowOf(read(changed)))).toEqual(read(changed))
    }
  })

  test('keeps no place in the words of an institution, whose other service may be hidden', () => {
    const organization = {
      ...sampleService().organization,
      description: 'At 4 Hill Road, WR99 9ZZ.',
    }
    expect(rowOf(read({ organization })).organization?.description).not.toMatch(/Hill|WR99/)
  })

  test('is about the needs its words name, of those that there are', () => {
    const service = read({ name: 'Alcohol and debt', description: 'For homeless people' })
    const known = ['homelessness', 'substance_use', 'money']
    expect(needsOf(service, known)).toEqual(known)
    expect(needsOf(service, ['money'])).toEqual(['money'])
    expect(needsOf(read({ name: 'Choir', description: 'Sing', attributes: [] }), known)).toEqual([])
  })
})

describe('addresses', () => {
  test.each(['8.8.8.8', '2606:4700::1111', '172.15.0.1', '172.32.0.1'])('%s is public', (one) =>
    expect(isPublicAddress(one)).toBe(true),
  )
  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', 'ff02::1'],
    ...['::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', 'example.org', ''],
  ])('“%s” is none', (one) => expect(isPublicAddress(one)).toBe(false))

  test('hosts are listed in small letters, with their ports', () => {
    expect(listedHosts(' A.example, b.example:8443 ,')).toEqual(['a.example', 'b.example:8443'])
  })
})

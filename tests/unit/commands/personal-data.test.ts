import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findPersonal } from '@/scripts/personal-data.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const whats = (text: string, path = 'note.md') => findPersonal(path, text).map(({ what }) => what)

// Put together here, so that this file holds none of them.
const nhs = ['401', '023', '2145']
const nino = ['JG', '10', '37', '59', 'A']
const mobile = ['07400', '123', '456']
const postcode = ['CV1', '5FB']

describe('what could be a real person’s is found before it is committed', () => {
  test.each([
    [nhs.join(''), 'an NHS number'],
    [nhs.join(' '), 'an NHS number'],
    [`call ${mobile.join(' ')}`, 'a mobile number'],
    [`+44 ${mobile.join('').slice(1)}`, 'a mobile number'],
    [nino.join(''), 'a National Insurance number'],
    [nino.join(' ').toLowerCase(), 'a National Insurance number'],
  ])('%s', (text, what) => {
    expect(whats(text)).toEqual([what])
  })

  test('a postcode counts in data, not in words about a place', () => {
    expect(whats(postcode.join(' '), 'rows.csv')).toEqual(['a postcode'])
    expect(whats(postcode.join(' '), 'readme.md')).toEqual([])
  })

  test('what is found is not repeated whole', () => {
    expect(findPersonal('a.ts', nhs.join(''))[0]?.text).toBe('4010…')
  })
})

test.each(['999 000 0018', '999 123 4567', 'QQ 12 34 56 C', '07700 900123', '+447700900999'])(
  '%s cannot be anybody’s',
  (text) => {
    expect(whats(text, 'rows.csv')).toEqual([])
  },
)

test('nothing in the repository looks like a real person’s', () => {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  const files = listed.split('\0').filter((path) => path && path !== 'package-lock.json')
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((path) =>
    findPersonal(path, readFileSync(`${root}${path}`, 'utf8')).map(
      ({ line, what }) => `${path}:${line}: ${what}`,
    ),
  )
  expect(found).toEqual([])
})

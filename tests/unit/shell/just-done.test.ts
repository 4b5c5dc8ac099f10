import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// That something was done is said where the database knows of it: by one component for words in the
// address, and one for a person's pages. A page that took the word itself would believe any link.
const files = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
)
const having = (what: RegExp) => files.filter((file) => what.test(readFileSync(file, 'utf8')))

test('“done” is said by two components alone', () => {
  expect(having(/NotificationBanner tone="success"/).sort()).toEqual([
    'app/done.tsx',
    'components/person/saved-banner.tsx',
  ])
  expect(having(/justDone\(/).sort()).toEqual([
    'app/done.tsx',
    'app/people/[personId]/person-page.tsx',
  ])
})

test('no page takes the word from the address itself', () => {
  expect(having(/\{[^}]*\b(done|saved|problem)\b[^}]*\} = await searchParams/)).toEqual([])
  expect(having(/searchParams\)?\)?\[?\.?'?(done|saved|problem)\b/)).toEqual([])
  expect(having(/useSearchParams/)).toEqual([])
})

import { expect, test } from 'vitest'
import { grantsWritten } from '@/tests/support/factories/grants-written'
import { sourceFiles } from '@/tests/support/source-files'

// A column that may be changed and that no command changes is a way past every command.
const calls = sourceFiles
  .filter(({ path }) => path.startsWith('lib/'))
  .flatMap(({ text }) =>
    [...text.matchAll(/db\.(\w+)\.(?:update|updateMany|upsert)\(/g)].map(call(text)),
  )

function call(text: string) {
  return (found: RegExpExecArray) => {
    let [depth, end] = [1, found.index + found[0].length]
    for (; depth > 0; end += 1) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0
    const written = text.slice(found.index, end)
    const data = /\b(?:data|update): \{([^}]*)\}/.exec(written)?.[1] ?? ''
    // What a function of the same file makes is named there.
    const made = /\bdata(?!: \{)/.test(written) ? namedIn(text) : ''
    return { table: found[1] ?? '', data: data + made }
  }
}

function namedIn(text: string) {
  return [...text.matchAll(/\b(\w+)(?=: |, | \})/g)].map(([, name]) => name).join(' ')
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

test.each(
  grantsWritten.app.filter((line) => line.startsWith('w ') && !line.startsWith('w idempotency')),
)('%s: some command changes it', (line) => {
  const [table = '', column = ''] = line.slice(2).split('.')
  const changing = calls.filter((each) => each.table === camel(table))
  expect(changing.length).toBeGreaterThan(0)
  if (column)
    expect(
      changing.some(({ data }) => new RegExp(`\\b${camel(column)}\\b`).test(data)),
      line,
    ).toBe(true)
})

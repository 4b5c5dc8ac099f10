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
    const data = /\b(?:data|update): \{([^}]*)\}/.exec(text.slice(found.index, end))
    return { table: found[1] ?? '', data: data?.[1] ?? '' }
  }
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

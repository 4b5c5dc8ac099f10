import { describe, expect, test } from 'vitest'
import ts from 'typescript'
import { importsOf, parse, sourceFiles, typescriptFiles } from '@/tests/support/source-files'
import type { SourceFile } from '@/tests/support/source-files'

const within = (...folders: string[]) =>
  typescriptFiles.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)))
const named = (name: RegExp) => within('lib').filter(({ path }) => name.test(path))

/** `path: import` for every import that `isWrong` says must not be. */
const wrongImports = (
  files: SourceFile[],
  isWrong: (from: string, typeOnly: boolean, path: string) => boolean,
) =>
  files.flatMap((file) =>
    importsOf(file)
      .filter(({ from, typeOnly }) => isWrong(from, typeOnly, file.path))
      .map(({ from }) => `${file.path}: ${from}`),
  )

test('there is something to look at', () => {
  expect(within('app').length).toBeGreaterThan(20)
  expect(within('lib').length).toBeGreaterThan(50)
})

describe('who may import whom', () => {
  test('a component shows what it is given: no query, no command, no database, no page', () => {
    const reaching = /^lib\/([^/]+\/(queries|commands)|db|worker|action|access\/(session|auth))$/
    const wrong = wrongImports(
      within('components'),
      (from, typeOnly) => from.startsWith('app/') || (reaching.test(from) && !typeOnly),
    )
    expect(wrong).toEqual([])
  })

  test('lib knows nothing of screens, scripts or tests', () => {
    const wrong = wrongImports(within('lib'), (from) =>
      /^(app|components|scripts|tests)\//.test(from),
    )
    expect(wrong).toEqual([])
  })

  test('rules, words and schemas are plain: no Next, Prisma, React, pg or database', () => {
    const plain = named(/^lib\/[^/]+\/(rules|words|schema)(\/|\.)/)
    expect(plain.length).toBeGreaterThan(8)
    const wrong = wrongImports(
      plain,
      (from, typeOnly) =>
        /^(next|react|pg|@prisma|server-only)(\/|$)/.test(from) ||
        from.startsWith('prisma/generated') ||
        (/^lib\/(db|worker)$/.test(from) && !typeOnly),
    )
    expect(wrong).toEqual([])
  })

  test('the generated client and pg are used at the doors alone, one for each login', () => {
    const doors = new Set([
      ...['lib/db.ts', 'lib/worker.ts'],
      ...['lib/insight/published-database.ts', 'lib/insight/job/publisher-scope.ts'],
    ])
    const wrong = wrongImports(
      within('app', 'components', 'lib').filter(({ path }) => !doors.has(path)),
      (from, typeOnly) => from === 'pg' || (/generated\/client|^@prisma\//.test(from) && !typeOnly),
    )
    expect(wrong).toEqual([])
  })

  test('what the app itself is made of imports no test and no generator of invented people', () => {
    const wrong = wrongImports(within('app', 'components', 'lib'), (from) =>
      /^(tests|prisma\/practice)\//.test(from),
    )
    expect(wrong).toEqual([])
  })
})

describe('server actions and commands', () => {
  const alone = new Set(['app/drafts.ts'])

  test('actions stand in files called actions.ts, and one more', () => {
    const wrong = typescriptFiles
      .filter(({ text }) => /^\s*['"]use server['"]/m.test(text))
      .map(({ path }) => path)
      .filter((path) => !/^app\/(.+\/)?actions\.ts$/.test(path) && !alone.has(path))
      .filter((path) => !path.startsWith('tests/'))
    expect(wrong).toEqual([])
  })

  test('every command asks for permission before it touches the database', () => {
    const commands = named(/\/commands\.ts$/).flatMap((file) => scopedFunctions(file))
    expect(commands.length).toBeGreaterThan(5)
    // Every role declares for itself: there is nothing to ask.
    const ofEverybody = new Set(['lib/conflicts/commands.ts: declare'])
    const wrong = commands.filter(({ name, body }) => {
      if (ofEverybody.has(name)) return false
      const asked = body.search(/\bpermit\(/)
      const touched = body.search(/\b(db\.|await\b|scope\.db)/)
      return asked < 0 || (touched >= 0 && touched < asked)
    })
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  test('who gave a row is named by one file, which asks whether they may be known', () => {
    // Lists of agencies that no person stands beside; and a colleague who saved the same words.
    const beside = /^lib\/((admin|agreements)\/queries|contacts\/commands)\.ts$/
    const named = within('lib', 'app').filter(
      ({ path, text }) => /\b(agency\.findMany|appUser\.find)/.test(text) && !beside.test(path),
    )
    expect(named.map(({ path }) => path)).toEqual(['lib/people/givers.ts'])
  })
})

/** Exported functions of a file that take a Scope, with their bodies. */
function scopedFunctions(file: SourceFile): { name: string; body: string }[] {
  return parse(file).statements.flatMap((statement) => {
    const functions = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.flatMap(({ name, initializer }) =>
          initializer && ts.isArrowFunction(initializer)
            ? [{ name: name.getText(), made: initializer }]
            : [],
        )
      : ts.isFunctionDeclaration(statement)
        ? [{ name: statement.name?.text ?? '', made: statement }]
        : []
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!isExported) return []
    return functions
      .filter(({ made }) => made.parameters[0]?.type?.getText() === 'Scope')
      .map(({ name, made }) => ({
        name: `${file.path}: ${name}`,
        body: made.body?.getText() ?? '',
      }))
  })
}

describe('files', () => {
  const sized = sourceFiles.filter(({ path }) => !/^prisma\/migrations\//.test(path))

  test('none is longer than 300 lines, and of the product half have under 60', () => {
    // Prisma keeps one file a domain, and a table is read with its neighbours.
    const long = sized.filter(
      ({ path, lines }) => lines.length > 300 && !/^prisma\/schema\//.test(path),
    )
    expect(long.map(({ path, lines }) => `${path}: ${lines.length}`)).toEqual([])
    const product = sized.filter(({ path }) => /^(app|components|lib)\//.test(path))
    const lengths = product.map(({ lines }) => lines.length).sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(60)
  })

  test('no line is wider than 100, but where a text has no place to break', () => {
    const wide = sized
      .filter(({ path }) => /\.(tsx?|m?js|css)$/.test(path))
      .flatMap(({ path, lines }) =>
        lines.flatMap((line, i) =>
          line.length > 100 && !isUnbroken(line) ? [`${path}:${i + 1}: ${line.length}`] : [],
        ),
      )
    expect(wide).toEqual([])
  })

  // The shapes of one generator, kept beside it.
  const allowed = (path: string) => /^prisma\/practice\/(lives|city)\/types\.ts$/.test(path)

  test('names are kebab-case and say what is inside', () => {
    const vague = /^(utils?|helpers?|misc|common|manager|handlers?|index|types|constants)$/
    const wrong = sized.filter(({ path }) => {
      const parts = path.split('/')
      const file = parts.at(-1)?.split('.')[0] ?? ''
      return (
        !/^([a-z0-9]+(-[a-z0-9]+)*|\d\w+(-\w+)*)$/.test(file) ||
        (vague.test(file) && !allowed(path))
      )
    })
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('no barrels: no file only hands on what others export', () => {
    const barrels = typescriptFiles.filter((file) => {
      const { statements } = parse(file)
      return statements.length > 0 && statements.every(ts.isExportDeclaration)
    })
    expect(barrels.map(({ path }) => path)).toEqual([])
  })

  test('default exports only where Next or a tool asks for one', () => {
    const asked = /^app\/|^[\w.-]+\.(config\.)?(ts|mjs|js)$|^tests\/support\/database-setup\.ts$/
    const wrong = typescriptFiles
      .filter(({ path, text }) => /^export default\b/m.test(text) && !asked.test(path))
      .map(({ path }) => path)
    expect(wrong).toEqual([])
    const inApp = /\/?(page|layout|error|global-error|not-found|loading|template|default)\.tsx$/
    const pages = within('app').filter(({ text }) => /^export default\b/m.test(text))
    expect(pages.map(({ path }) => path).filter((path) => !inApp.test(path))).toEqual([])
  })
})

/**
 * A comment can always be broken; a string, a class list or a template's SQL cannot be by Prettier.
 */
function isUnbroken(line: string): boolean {
  if (/^\s*(\/\/|\/?\*)/.test(line)) return /https?:\/\/\S{40,}/.test(line)
  return line.length <= 120 ? !/[;{]\s*$/.test(line) || /['"`]/.test(line) : /['"`/]/.test(line)
}

describe('what is not written here', () => {
  const screens = [...within('app'), ...within('components')]

  test('no HTML by hand and no inline style, which the content security policy forbids', () => {
    const wrong = screens.filter(({ text }) => /dangerouslySetInnerHTML|\sstyle=[{"]/.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('no any, no non-null assertion, no enum, nothing left for later', () => {
    const marks = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((m) => `\\b${m}\\b`).join('|'),
    )
    const wrong = typescriptFiles.filter(
      ({ text, path }) =>
        marks.test(text) || (/^(export )?(const )?enum /m.test(text) && !path.endsWith('.d.ts')),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('no test stands alone or is left out', () => {
    const wrong = within('tests').filter(({ text }) =>
      /\b(test|it|describe)\.(only|skip|todo|fixme)\(/.test(text),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

test('every Prisma model says what it is for', () => {
  const wrong = sourceFiles
    .filter(({ path }) => path.startsWith('prisma/schema/'))
    .flatMap(({ path, lines }) =>
      lines.flatMap((line, i) => {
        const model = /^model (\w+) /.exec(line)
        return model && !lines[i - 1]?.startsWith('///') ? [`${path}: ${model[1]}`] : []
      }),
    )
  expect(wrong).toEqual([])
})

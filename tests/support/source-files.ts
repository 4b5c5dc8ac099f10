import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests']
const ours = /\.(ts|tsx|mjs|js|css|sql|prisma)$/

/** One `import` or re-export: where from, and whether only types cross. */
export type Import = { from: string; typeOnly: boolean }

/** A source file of ours; `path` from the repository's root, with forward slashes. */
export type SourceFile = { path: string; text: string; lines: string[] }

const listed = folders.flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ours.test(entry.name))
    .map((entry) => `${entry.parentPath.slice(root.length)}/${entry.name}`.replaceAll('\\', '/')),
)
const atRoot = readdirSync(root).filter((name) => ours.test(name) && name !== 'next-env.d.ts')

/** Every source file that somebody here wrote: not the generated client, not packages. */
export const sourceFiles: SourceFile[] = [...listed, ...atRoot]
  .filter((path) => !path.startsWith('prisma/generated/'))
  .sort()
  .map((path) => {
    const text = readFileSync(`${root}${path}`, 'utf8')
    return { path, text, lines: text.replace(/\n$/, '').split('\n') }
  })

/** Those that are TypeScript. */
export const typescriptFiles = sourceFiles.filter(({ path }) => /\.tsx?$/.test(path))

/** A file as TypeScript reads it. */
export const parse = ({ path, text }: SourceFile) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)

/** What a file imports or exports on; paths within the repository as from its root (`lib/db`). */
export function importsOf(file: SourceFile): Import[] {
  return parse(file).statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause
      const named = clause?.namedBindings
      const everyNameIsType =
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.length > 0 &&
        named.elements.every((element) => element.isTypeOnly)
      const typeOnly = clause?.isTypeOnly === true || (everyNameIsType && !clause?.name)
      return [{ from: resolved(file, statement.moduleSpecifier), typeOnly }]
    }
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier)
      return [{ from: resolved(file, statement.moduleSpecifier), typeOnly: statement.isTypeOnly }]
    return []
  })
}

function resolved({ path }: SourceFile, specifier: ts.Expression): string {
  const from = ts.isStringLiteral(specifier) ? specifier.text : ''
  if (from.startsWith('@/')) return from.slice(2)
  if (!from.startsWith('.')) return from
  const url = new URL(from, new URL(path, 'file:///'))
  return decodeURIComponent(url.pathname.slice(1))
}

import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { levelWord, LEVELS, type Term } from '@/lib/agreements/rules'
import type { Cell as MatrixCell, Matrix } from '@/lib/agreements/matrix'

// Darker the more a term opens; the word stands in each cell.
const shades = ['bg-card', 'bg-wash', 'bg-act/20', 'bg-act/40', 'bg-act text-card']
const shadeOf = (level: number) => shades[level] ?? ''

type Props = {
  matrix: Matrix
  group: string
  /** Where a term of one's own is given in place of today's; null where one may not. */
  formFor: (giverId: string, category: string) => string | null
}

/** What one group of teams receives: kinds of entry down, givers across, levels in words. */
export function TermMatrix({ matrix: { givers, rows }, group, formFor }: Props) {
  return (
    <>
      <div
        role="region"
        aria-labelledby="matrix-of"
        tabIndex={0}
        className="relative max-w-full overflow-x-auto"
      >
        <table className="border-collapse text-note">
          <caption id="matrix-of" className="mb-2 text-left text-heading-s font-bold">
            To {group}
          </caption>
          <thead>
            <tr>
              <th
                scope="col"
                className={'sticky left-0 border border-line bg-card p-2 text-left align-bottom'}
              >
                Kind of entry
              </th>
              {givers.map(({ id, name }) => (
                <th key={id} scope="col" className="min-w-28 border border-line p-2 align-bottom">
                  <span className="sr-only">Given by </span>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ category, label, cells }) => (
              <tr key={category}>
                <th
                  scope="row"
                  className="sticky left-0 max-w-36 border border-line bg-card p-2 text-left"
                >
                  {label}
                </th>
                {cells.map((cell) => (
                  <Cell key={cell.giverId} cell={cell} href={formFor(cell.giverId, category)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MatrixKey />
    </>
  )
}

function Cell({ cell: { term }, href }: { cell: MatrixCell; href: string | null }) {
  const level = term?.level ?? 0
  const words = term ? levelWord(level) : href ? 'nothing' : <Nothing />
  return (
    <td className={classes('keep-colour border border-line p-2 text-center', shadeOf(level))}>
      {href ? (
        <Link href={href} plain className="font-bold text-inherit underline">
          {words}
        </Link>
      ) : (
        words
      )}
      {term ? <Letters term={term} /> : null}
    </td>
  )
}

const Nothing = () => (
  <>
    <span aria-hidden="true">–</span>
    <span className="sr-only">nothing</span>
  </>
)

const letters = [
  { letter: 'C', words: 'only with the person’s consent', holds: (term: Term) => term.onConsent },
  { letter: 'I', words: 'counted in insight', holds: (term: Term) => term.counted },
]

function Letters({ term }: { term: Term }) {
  return letters
    .filter(({ holds }) => holds(term))
    .map(({ letter, words }) => (
      <span key={letter}>
        {' '}
        <span aria-hidden="true" className="font-bold">
          {letter}
        </span>
        <span className="sr-only">, {words}</span>
      </span>
    ))
}

/** What the shades and letters mean. */
function MatrixKey() {
  return (
    <ul aria-label="Key" className="mt-3 flex flex-wrap gap-x-5 gap-y-2 text-note">
      {LEVELS.map(({ key, label, hint }) => (
        <KeyItem key={key} of={label} shade={shadeOf(Number(key))}>
          {hint}
        </KeyItem>
      ))}
      {letters.map(({ letter, words }) => (
        <KeyItem key={letter} of={letter} shade="">
          {words}
        </KeyItem>
      ))}
    </ul>
  )
}

function KeyItem({ of, shade, children }: { of: string; shade: string; children: ReactNode }) {
  return (
    <li>
      <span className={classes('keep-colour border border-line px-1.5 font-bold', shade)}>
        {of}
      </span>{' '}
      {children}
    </li>
  )
}

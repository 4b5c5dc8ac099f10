import { ButtonLink } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import type { Tone } from '@/components/ui/tag'
import { Tag } from '@/components/ui/tag'

/** Something about the person to see before anything else. */
export type IdentityMark = {
  words: string
  tone: Tone
  /** Left out of together view and of its print: warnings. */
  workingOnly?: boolean
}

export type Identity = {
  /** What they are called. */
  name: string
  /** Only where it says more than `name`. */
  fullName?: string | undefined
  /** As they give them: `he/him, he says`. Left out when they gave none. */
  pronouns?: string | undefined
  /** `34`, `41 or 42`, `about 42`; left out when not known. */
  age?: string | undefined
  /** `12 March 1992`, or what is known of it. */
  born?: string | undefined
  /** Agencies give different dates of birth: said beside the one that is shown. */
  birthsDiffer?: boolean
  /** `no settled address`. */
  living?: string | undefined
  /** A state of the whole record: `Died 3 May 2026`, `Limited access`. */
  state?: string | undefined
  /** In order: warnings, then how to reach them safely. In sight on every screen. */
  marks: readonly IdentityMark[]
  /** In order: adjustments, then the lead worker. Under the rest on a phone. */
  moreMarks: readonly IdentityMark[]
}

type IdentityStripProps = {
  identity: Identity
  recordHref?: string | undefined
  /** Where together view is switched on, or off when `together`. */
  togetherHref?: string | undefined
  together?: boolean
  /** On a phone, the name and what to know first, and no more: a form is under it. */
  brief?: boolean
}

/**
 * Whose record this is, in sight wherever one scrolls: writing in the wrong record is the accident
 * to design against. The name is the page's first heading.
 */
export function IdentityStrip(props: IdentityStripProps) {
  const { identity, together = false, brief = false, ...links } = props
  const { name, fullName, pronouns, age, born, living, state } = identity
  const birth = born ? (age ? `${age}, born ${born}` : `born ${born}`) : 'date of birth not known'
  return (
    <>
      <header
        className={
          'identity-strip sticky top-0 z-10 border-b border-line bg-card px-4 py-3 ' +
          'lg:px-7 print:static'
        }
      >
        <div className="flex items-start gap-6">
          <div className="min-w-0 flex-1">
            <h1 className="text-heading-m lg:text-heading-l">{name}</h1>
            <p className="text-muted">
              {fullName ? <span className="max-lg:hidden print:inline">{fullName} · </span> : null}
              {birth}
              {identity.birthsDiffer ? (
                <>
                  {' '}
                  <Tag tone="caution">agencies differ</Tag>
                </>
              ) : null}
              {pronouns ? ` · ${pronouns}` : null}
              {living ? <span className="max-lg:hidden print:inline"> · {living}</span> : null}
            </p>
            <Marks state={state} marks={identity.marks} more={identity.moreMarks} />
          </div>
          <Actions {...links} together={together} className="max-lg:hidden" />
        </div>
      </header>
      <div className={classes('no-print bg-card px-4 pt-3 lg:hidden', brief && 'max-sm:hidden')}>
        {fullName || living ? (
          <p className="mb-2 text-note text-muted">
            {[fullName, living].filter(Boolean).join(' · ')}
          </p>
        ) : null}
        <Marks marks={identity.moreMarks} more={[]} />
        <Actions {...links} together={together} className="mt-3" />
      </div>
    </>
  )
}

type MarksProps = Pick<Identity, 'state' | 'marks'> & { more: readonly IdentityMark[] }

function Marks({ state, marks, more }: MarksProps) {
  const all = [
    ...marks.map((mark) => ({ ...mark, later: false })),
    ...more.map((mark) => ({ ...mark, later: true })),
  ]
  if (!state && all.length === 0) return null
  return (
    <ul aria-label="To know first" className="mt-1.5 flex flex-wrap gap-x-2 gap-y-1.5">
      {state ? (
        <li>
          <Tag tone="danger">{state}</Tag>
        </li>
      ) : null}
      {all.map(({ words, tone, workingOnly, later }) => (
        <li
          key={words}
          className={classes(workingOnly && 'working-only', later && 'max-lg:hidden print:block')}
        >
          <Tag tone={tone}>{words}</Tag>
        </li>
      ))}
    </ul>
  )
}

type ActionsProps = Omit<IdentityStripProps, 'identity' | 'brief'> & { className: string }

function Actions({ recordHref, togetherHref, together, className }: ActionsProps) {
  return (
    <div className={classes('no-print flex gap-3', className)}>
      {togetherHref ? (
        <ButtonLink tone="secondary" href={togetherHref} className="flex-1 lg:whitespace-nowrap">
          {together ? 'End together view' : 'Together view'}
        </ButtonLink>
      ) : null}
      {recordHref ? (
        <ButtonLink href={recordHref} className="flex-1 whitespace-nowrap">
          Record a contact
        </ButtonLink>
      ) : null}
    </div>
  )
}

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { TextInput } from '@/components/ui/text-input'
import { roleNames, roles } from '@/lib/access/policy'
import type { PracticePerson } from '@/lib/db'
import { signInAsPracticeAction } from './actions'

// Whom the README begins with: the four who work with Danny Okafor.
const firstFour = ['Priya Shah', 'Amina Yusuf', 'Joy Mensah', 'Tom Reilly']

const about = ({ job_title, agency, teams }: PracticePerson) =>
  [job_title, agency, teams].filter(Boolean).join(' · ')

const matches = (person: PracticePerson, words: string) => {
  const text = [person.name, about(person), roleNames[person.role]].join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

type Props = {
  people: PracticePerson[]
  back: string | undefined
  /** What was typed to find somebody by; '' for nothing. */
  find: string
}

/** The people of the practice place, each with a button. Drawn in practice mode only. */
export function PracticePeople({ people, back, find }: Props) {
  const first = firstFour.flatMap((name) => people.find((one) => one.name === name) ?? [])
  const rest = people.filter((one) => !first.includes(one))
  return (
    <section aria-labelledby="practice-people" className="mt-10">
      <h2 id="practice-people" className="mb-2 text-heading-m">
        Or sign in as a practice person
      </h2>
      <p className="mb-5 text-muted">
        Everybody here is invented. Choose somebody to see what their role and their agency’s
        agreement let them see.
      </p>
      <Find back={back} find={find} />
      {find ? (
        <Found people={people.filter((one) => matches(one, find))} back={back} />
      ) : (
        <>
          {first.length > 0 ? (
            <div className="mb-5">
              <h3 className="font-bold">Begin with these</h3>
              <People people={first} back={back} />
            </div>
          ) : null}
          {roles.map((role) => (
            <Role key={role} role={role} people={rest} back={back} />
          ))}
        </>
      )}
    </section>
  )
}

type Listed = Omit<Props, 'find'>

function Role({ role, people, back }: Listed & { role: (typeof roles)[number] }) {
  const these = people.filter((person) => person.role === role)
  if (these.length === 0) return null
  return (
    <details className="mb-3 rounded border border-line bg-card p-4">
      <summary className="text-lead font-bold">
        {roleNames[role]} ({these.length})
      </summary>
      <People people={these} back={back} />
    </details>
  )
}

/** A plain form of a plain address: it works without script. */
function Find({ back, find }: Omit<Props, 'people'>) {
  return (
    <form
      method="get"
      action="/sign-in#practice-people"
      role="search"
      aria-label="Practice people"
      className="mb-5 flex flex-wrap items-end gap-3 *:mb-0"
    >
      {back ? <input type="hidden" name="back" value={back} /> : null}
      <TextInput
        id="find"
        name="find"
        label="Name, agency or role"
        labelSize="s"
        defaultValue={find}
      />
      <Button type="submit" tone="secondary" className="whitespace-nowrap">
        Show
      </Button>
    </form>
  )
}

function Found({ people, back }: Listed) {
  const everybody = `/sign-in${back ? `?back=${encodeURIComponent(back)}` : ''}#practice-people`
  return (
    <>
      {people.length === 0 ? (
        <EmptyState title="Nobody here is called that.">
          Try one word: a first name, “nurse”, “manager”.
        </EmptyState>
      ) : (
        <People people={people} back={back} />
      )}
      <p className="mt-3">
        <Link href={everybody}>Everybody</Link>
      </p>
    </>
  )
}

function People({ people, back }: Listed) {
  return (
    <ul className="mt-3 grid gap-3 sm:grid-cols-2">
      {people.map((person) => (
        <li
          key={person.email}
          className="flex items-start justify-between gap-3 border-t border-line pt-3"
        >
          <p className="min-w-0">
            <span className="block font-bold">{person.name}</span>
            <span className="block text-note text-muted">{about(person)}</span>
          </p>
          <form action={signInAsPracticeAction}>
            <input type="hidden" name="email" value={person.email} />
            {back ? <input type="hidden" name="back" value={back} /> : null}
            <Button
              type="submit"
              tone="secondary"
              className="whitespace-nowrap"
              aria-label={`Sign in as ${person.name}`}
            >
              Sign in
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

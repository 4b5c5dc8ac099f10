import { Button } from '@/components/ui/button'
import { roleNames, roles } from '@/lib/access/policy'
import type { PracticePerson } from '@/lib/db'
import { signInAsPracticeAction } from './actions'

/** The people of the practice place, by role, each with a button. Drawn in practice mode only. */
export function PracticePeople({
  people,
  back,
}: {
  people: PracticePerson[]
  back: string | undefined
}) {
  return (
    <section aria-labelledby="practice-people" className="mt-10">
      <h2 id="practice-people" className="mb-2 text-heading-m">
        Or sign in as a practice person
      </h2>
      <p className="mb-5 text-muted">
        Everybody here is invented. Choose somebody to see what their role and their agency’s
        agreement let them see.
      </p>
      {roles.map((role) => {
        const these = people.filter((person) => person.role === role)
        return these.length === 0 ? null : (
          <details
            key={role}
            className="mb-3 rounded border border-line bg-card p-4"
            open={role === roles[1]}
          >
            <summary className="text-lead font-bold">
              {roleNames[role]} ({these.length})
            </summary>
            <ul className="mt-3 grid gap-3 sm:grid-cols-2">
              {these.map((person) => (
                <li
                  key={person.email}
                  className="flex items-start justify-between gap-3 border-t border-line pt-3"
                >
                  <p>
                    <span className="block font-bold">{person.name}</span>
                    <span className="block text-note text-muted">
                      {[person.job_title, person.agency, person.teams].filter(Boolean).join(' · ')}
                    </span>
                  </p>
                  <form action={signInAsPracticeAction}>
                    <input type="hidden" name="email" value={person.email} />
                    {back ? <input type="hidden" name="back" value={back} /> : null}
                    <Button type="submit" tone="secondary" aria-label={`Sign in as ${person.name}`}>
                      Sign in
                    </Button>
                  </form>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}

import { ButtonLink } from '@/components/ui/button'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { formatDate, londonDate } from '@/lib/dates'
import { formatPartialDate } from '@/lib/partial-date'
import { shownBirth } from '@/lib/people/births'
import { calledName } from '@/lib/people/identity'
import type { Search } from '@/lib/search/page'

/** Who was found among one's own people, each with why; then what may be asked beyond them. */
export function SearchResults({ search }: { search: Search }) {
  const { typed, mine, ended, beyond } = search
  if (search.tooMany)
    return (
      <InsetText className="mt-6">
        That is a lot of searches in an hour. Wait a while, or choose from your people below.
      </InsetText>
    )
  return (
    <section aria-labelledby="results" className="mt-6">
      <h2 id="results" className="mb-3 text-heading-s">
        {mine.length === 0 ? 'Nobody you work with matches' : `${mine.length} you work with`} “
        {typed}”
      </h2>
      <ul className="divide-y divide-line">
        {mine.map((found) => {
          const birth = shownBirth(found.births)
          const named = { names: found.names.map((name) => ({ ...name, agency: '', givenAt: '' })) }
          return (
            <li key={found.personId} className="py-3">
              <Link href={`/people/${found.personId}`} className="text-lead font-bold">
                {calledName({
                  ...named,
                  unnamed: found.unnamed ? { description: found.unnamed, seenOn: '' } : null,
                })}
              </Link>
              <span className="block">
                {[
                  birth ? `born ${formatPartialDate(birth)}` : 'date of birth not known',
                  found.died ? 'a death is reported' : null,
                  found.lead ? `lead: ${found.lead}` : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className="block text-note text-muted">
                Matches: {found.reasons.join('; ')}
              </span>
            </li>
          )
        })}
      </ul>
      {ended.length > 0 ? (
        <>
          <h3 className="mt-5 mb-2 font-bold">People your team worked with</h3>
          <ul className="divide-y divide-line">
            {ended.map(({ personId, name, endedOn }) => (
              <li key={personId} className="py-2">
                <Link href={`/people/${personId}/archive`}>{name}</Link>
                <span className="block text-note text-muted">
                  Until {formatDate(londonDate(endedOn))}. Your agency’s own record opens with a
                  reason.
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <BeyondAnswer beyond={beyond} />
    </section>
  )
}

/** Beyond one's own people: the same two answers for everybody, whoever the person is. */
function BeyondAnswer({ beyond }: Pick<Search, 'beyond'>) {
  if (beyond === null)
    return (
      <p className="mt-5">
        <Link href="/people?beyond=yes">Ask whether another agency knows them</Link>
        <span className="block text-note text-muted">
          It takes a full number, or a whole name and date of birth. Each question is logged.
        </span>
      </p>
    )
  if (beyond === 'ask-more')
    return (
      <InsetText className="mt-5">
        To ask beyond the people you work with, type a full number, or a first and last name with a
        whole date of birth.
      </InsetText>
    )
  return (
    <InsetText className="mt-5">
      <p>
        {beyond === 'somebody'
          ? 'Someone may be known: ring the partnership desk.'
          : 'Nobody found.'}
      </p>
      <p className="mt-3">
        <ButtonLink href="/people/new" tone="secondary">
          Add a person
        </ButtonLink>
      </p>
    </InsetText>
  )
}

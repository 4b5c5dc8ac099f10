import { Card } from '@/components/ui/card'
import { InsetText } from '@/components/ui/inset-text'
import { SummaryList } from '@/components/ui/summary-list'
import { CATEGORIES } from '@/lib/access/categories'
import { labelOf } from '@/lib/codes'
import type { ContactRead, ContactReader } from '@/lib/contacts/queries'
import { AUDIENCES } from '@/lib/contacts/lists'
import { contactTitle, signedByFeed, TAKEN_BACK } from '@/lib/contacts/words'
import { firstCapital } from '@/lib/first-capital'
import { formatDate, formatDateTime, formatTime, londonDate } from '@/lib/dates'

/** What happened, in its newest words; withdrawn words are struck through and kept. */
export function HeadlineCard({ contact }: { contact: ContactRead }) {
  const [newest] = contact.editions
  const at = contact.place?.happenedAt
  const rows = [
    { term: 'Day', value: formatDate(londonDate(contact.happenedOn)) },
    { term: 'Time', value: at ? formatTime(at) : null },
    { term: 'Where', value: contact.place?.place },
    { term: 'Who else was there', value: contact.place?.withWhom },
    {
      term: 'Written by',
      value:
        contact.source === 'feed'
          ? signedByFeed(contact)
          : firstCapital([contact.author, contact.agency].filter(Boolean).join(', ')),
    },
    {
      term: 'About',
      value: contact.categories.map((key) => labelOf(CATEGORIES, key)).join(', '),
    },
    { term: 'Who may read it', value: labelOf(AUDIENCES, contact.audience) },
    { term: 'About someone else', value: contact.aboutOther },
  ]
  return (
    <Card title={contactTitle(contact)} titleId="contact">
      {contact.withdrawnAt ? (
        <InsetText tone="caution">
          {[
            `Withdrawn on ${formatDateTime(contact.withdrawnAt)}`,
            contact.withdrawnReason ?? (contact.source === 'feed' ? TAKEN_BACK : null),
          ]
            .filter(Boolean)
            .join(': ')}
        </InsetText>
      ) : null}
      <Words contact={contact} words={newest?.words} />
      <SummaryList rows={rows.flatMap(({ term, value }) => (value ? [{ term, value }] : []))} />
    </Card>
  )
}

function Words({ contact, words }: { contact: ContactRead; words: string | undefined }) {
  if (!words)
    return (
      <p className="mb-4 text-muted">
        {contact.whole
          ? 'No words were written.'
          : contact.own
            ? 'No words you can read here.'
            : `Its words are held by ${contact.agency}.`}
      </p>
    )
  return (
    <p className="mb-4 whitespace-pre-line text-lead">
      {contact.withdrawnAt ? <s>{words}</s> : words}
    </p>
  )
}

/** The words as they were before each correction, with why they were changed. */
export function EarlierCard({ contact }: { contact: ContactRead }) {
  const { editions } = contact
  if (editions.length < 2) return null
  return (
    <Card title="Earlier words" titleId="earlier">
      <ol className="divide-y divide-line">
        {editions.slice(1).map(({ edition, words, givenAt, author }, index) => {
          const next = editions[index]
          return (
            <li key={edition} className="py-3">
              <p className="whitespace-pre-line text-muted">
                <s>{words}</s>
              </p>
              <p className="text-note text-muted">
                {author ? `${author}, ` : ''}
                {formatDateTime(givenAt)}
              </p>
              {next ? (
                <p className="text-note">
                  Corrected {formatDateTime(next.givenAt)}: {next.why}
                </p>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

/**
 * Who had the pages open after it was given. The log cannot know who looked at which line, and says
 * so.
 */
export function ReadersCard({ readers }: { readers: readonly ContactReader[] }) {
  return (
    <>
      {readers.length === 0 ? (
        <p>Nobody else you can see here has opened this person’s pages since.</p>
      ) : (
        <ul className="divide-y divide-line">
          {readers.map(({ id, name, agency, lastAt, sawWords }) => (
            <li key={`${id}-${agency}`} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span>
                {name}, {agency}
              </span>
              <span className="text-muted">
                {sawWords ? 'could read the words' : 'could see that it happened'}, last{' '}
                {formatDateTime(lastAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-note text-muted">
        Taken from the access log: pages opened, not lines read. There may be others whose service
        is not named here.
      </p>
    </>
  )
}

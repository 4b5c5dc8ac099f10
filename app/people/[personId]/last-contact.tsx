import { timelineEntry } from '@/lib/contacts/words'
import type { TimelineContact } from '@/lib/people/view'

type Props = { contacts: readonly TimelineContact[]; personId: string }

/** The newest contact that stands, in a line: with whom they were, before one rings. */
export function LastContact({ contacts, personId }: Props) {
  const last = contacts.find(({ withdrawnAt }) => !withdrawnAt)
  if (!last) return null
  const { when, title, by } = timelineEntry(last, personId)
  return (
    <p className="working-only mb-3 border-b border-line pb-3">
      <span className="block text-note text-muted">Last contact, from what you can see</span>
      {when}: {title}, {by}
    </p>
  )
}

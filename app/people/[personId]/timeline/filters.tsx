import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { asOptions } from '@/components/form/as-options'
import { shownOf, type TimelineAsk } from '@/lib/contacts/timeline'

type Props = {
  action: string
  ask: TimelineAsk
  agencies: { id: string; name: string }[]
  kinds: readonly { key: string; label: string }[]
}

/** What the timeline shows: a plain form of a plain address. */
export function TimelineFilters({ action, ask, agencies, kinds }: Props) {
  const all = { value: '', label: 'all' }
  const ofContacts = shownOf(ask) !== 'changes'
  const kept = Object.entries({ show: ask.show, view: ask.view, month: ask.month }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return (
    <form
      method="get"
      action={action}
      className="no-print mb-5 flex flex-wrap items-end gap-3 *:mb-0"
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {ofContacts ? (
        <Select
          id="kind"
          name="kind"
          label="Kind of contact"
          labelSize="s"
          options={[all, ...asOptions(kinds)]}
          defaultValue={ask.kind ?? ''}
        />
      ) : null}
      <Select
        id="agency"
        name="agency"
        label="Agency"
        labelSize="s"
        options={[all, ...agencies.map(({ id, name }) => ({ value: id, label: name }))]}
        defaultValue={ask.agency ?? ''}
      />
      {ofContacts ? (
        <Select
          id="major"
          name="major"
          label="Contacts"
          labelSize="s"
          options={[all, { value: 'yes', label: 'turning points only' }]}
          defaultValue={ask.major ?? ''}
        />
      ) : null}
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  )
}

import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { asOptions } from '@/components/form/as-options'
import type { TimelineAsk } from '@/lib/contacts/timeline'

type Props = {
  action: string
  ask: TimelineAsk
  agencies: { id: string; name: string }[]
  kinds: readonly { key: string; label: string }[]
}

/** What the timeline shows: a plain form of a plain address. */
export function TimelineFilters({ action, ask, agencies, kinds }: Props) {
  const all = { value: '', label: 'all' }
  return (
    <form
      method="get"
      action={action}
      className="no-print mb-5 flex flex-wrap items-end gap-3 *:mb-0"
    >
      {ask.month ? <input type="hidden" name="month" value={ask.month} /> : null}
      <Select
        id="kind"
        name="kind"
        label="Kind"
        labelSize="s"
        options={[all, ...asOptions(kinds)]}
        defaultValue={ask.kind ?? ''}
      />
      <Select
        id="agency"
        name="agency"
        label="Agency"
        labelSize="s"
        options={[all, ...agencies.map(({ id, name }) => ({ value: id, label: name }))]}
        defaultValue={ask.agency ?? ''}
      />
      <Select
        id="major"
        name="major"
        label="Show"
        labelSize="s"
        options={[
          { value: '', label: 'everything' },
          { value: 'yes', label: 'turning points only' },
        ]}
        defaultValue={ask.major ?? ''}
      />
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  )
}

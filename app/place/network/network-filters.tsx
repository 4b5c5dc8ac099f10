import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { LINK_KINDS, type NetworkAsk } from '@/lib/network/schema'

type Props = {
  ask: NetworkAsk
  institutions: readonly { id: string; name: string }[]
  chosen: string | null
}

/** Which links are drawn, and which institution is taken to close: a plain form of an address. */
export function NetworkFilters({ ask, institutions, chosen }: Props) {
  return (
    <form method="get" action="/place/network" className="flex flex-wrap items-end gap-4 *:mb-0">
      <Select
        id="kind"
        name="kind"
        label="Links"
        labelSize="s"
        empty="All kinds"
        options={LINK_KINDS.map(({ key, label }) => ({ value: key, label }))}
        defaultValue={ask.kind ?? ''}
      />
      <Select
        id="if"
        name="if"
        label="What if this one closed?"
        labelSize="s"
        empty="Choose one"
        options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={chosen ?? ''}
      />
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  )
}

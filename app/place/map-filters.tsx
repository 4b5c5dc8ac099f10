import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { NEED_DOMAINS } from '@/lib/codes'
import { SHOWN } from '@/lib/supply/schema'
import type { MapRead } from './open-map'

const asOptions = (list: readonly { key: string; label: string }[]) =>
  list.map(({ key, label }) => ({ value: key, label }))

/** Which need, which areas, shaded by what: a plain form of a plain address. */
export function MapFilters({ read }: { read: MapRead }) {
  const sets = read.sets.map(({ key, name }) => ({ key, label: name }))
  return (
    <form method="get" action="/place">
      <div className="grid grid-cols-1 items-end gap-4 *:mb-0 sm:grid-cols-2 xl:grid-cols-4">
        <Select
          id="need"
          name="need"
          label="Need"
          labelSize="s"
          options={asOptions(NEED_DOMAINS)}
          defaultValue={read.need}
        />
        <Select
          id="areas"
          name="areas"
          label="Areas"
          labelSize="s"
          options={asOptions(sets)}
          defaultValue={read.set?.key ?? ''}
        />
        <Select
          id="show"
          name="show"
          label="Shaded by"
          labelSize="s"
          options={asOptions(SHOWN)}
          defaultValue={read.show}
        />
        <Button type="submit" tone="secondary">
          Show
        </Button>
      </div>
    </form>
  )
}

import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { LogAsk } from '@/lib/audit/schema'

type Props = { ask: LogAsk; readers: { user_id: string; name: string }[] }

/** By user, by day, refused ones alone: a plain form of a plain address. */
export function LogFilters({ ask, readers }: Props) {
  return (
    <form
      method="get"
      action="/log"
      className="no-print mb-4 flex flex-wrap items-end gap-4 *:mb-0"
    >
      <Select
        id="user"
        name="user"
        label="Our user"
        labelSize="s"
        empty="Everybody"
        options={readers.map(({ user_id, name }) => ({ value: user_id, label: name }))}
        defaultValue={ask.user ?? ''}
      />
      <TextInput id="day" name="day" label="Day" labelSize="s" type="date" defaultValue={ask.day} />
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="refused"
          value="yes"
          className="size-6 accent-act"
          defaultChecked={ask.refused === 'yes'}
        />
        Refused only
      </label>
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  )
}

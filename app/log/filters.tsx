import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { DateInput } from '@/components/ui/date-input'
import type { LogAsk } from '@/lib/audit/schema'
import { dateParts, type FormValues } from '@/lib/form-state'

type Props = {
  ask: LogAsk
  readers: { user_id: string; name: string }[]
  /** The days as they were typed, and what is wrong with them. */
  typed: FormValues
  errors: Readonly<Record<string, string>>
}

const days = [
  { name: 'from', label: 'From' },
  { name: 'until', label: 'To, that day too' },
]

function typedDate(name: string, typed: FormValues) {
  const { day, month, year } = dateParts(name)
  const textOf = (box: string) => String(typed[box] ?? '')
  return { day: textOf(day), month: textOf(month), year: textOf(year) }
}

/** By user, by days, refused ones alone: a plain form of a plain address. */
export function LogFilters({ ask, readers, typed, errors }: Props) {
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
      {ask.like ? <input type="hidden" name="like" value={ask.like} /> : null}
      {days.map(({ name, label }) => (
        <DateInput
          key={name}
          id={name}
          name={name}
          label={label}
          labelSize="s"
          error={errors[name]}
          values={typedDate(name, typed)}
        />
      ))}
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

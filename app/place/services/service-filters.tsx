import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { NEED_DOMAINS } from '@/lib/codes'
import { WAYS_IN, type ServiceAsk } from '@/lib/directory/schema'

type Props = { ask: ServiceAsk; areas: readonly string[] }

const asOptions = (list: readonly { key: string; label: string }[]) =>
  list.map(({ key, label }) => ({ value: key, label }))

/** By words, need, area, age, way in, open now: a plain form of a plain address. */
export function ServiceFilters({ ask, areas }: Props) {
  return (
    <form method="get" action="/place/services" className="no-print">
      <div className="grid grid-cols-1 items-end gap-4 *:mb-0 sm:grid-cols-2 xl:grid-cols-3">
        <Select
          id="need"
          name="need"
          label="Need"
          labelSize="s"
          empty="Any need"
          options={asOptions(NEED_DOMAINS)}
          defaultValue={ask.need ?? ''}
        />
        <Select
          id="area"
          name="area"
          label="Area it serves"
          labelSize="s"
          empty="Anywhere"
          options={areas.map((area) => ({ value: area, label: area }))}
          defaultValue={ask.area ?? ''}
        />
        <Select
          id="way"
          name="way"
          label="How to get in"
          labelSize="s"
          empty="Any way"
          options={asOptions(WAYS_IN)}
          defaultValue={ask.way ?? ''}
        />
        <TextInput
          id="age"
          name="age"
          label="Age of the person"
          labelSize="s"
          width="short"
          inputMode="numeric"
          defaultValue={ask.age}
        />
        <TextInput
          id="words"
          name="words"
          label="Words"
          labelSize="s"
          width="half"
          maxLength={100}
          defaultValue={ask.words}
        />
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            name="open"
            value="yes"
            className="size-6 accent-act"
            defaultChecked={ask.open === 'yes'}
          />
          Open now
        </label>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-5">
        <Button type="submit">Find services</Button>
        <Link href="/place/services">Clear</Link>
      </div>
    </form>
  )
}

'use client'
// Reads the form around it: one list of fields and one of date orders, by position.

import { useFormContext } from '@/components/form/form-context'
import { ErrorMessage } from '@/components/ui/error-message'
import { textsOf, type FormValues } from '@/lib/form-state'
import { DATE_ORDERS } from '@/lib/transfer/lists'
import { columnOptions } from '@/lib/transfer/lists'

/** A column as it came: its heading, some of its values, any doubt, whether it may hold dates. */
export type ColumnSeen = {
  heading: string
  examples: string[]
  doubt: string | null
  dates: boolean
}

type Props = { shape: 'people' | 'headline_feed'; columns: ColumnSeen[] }

const at = (values: FormValues, name: string, place: number): string => {
  const value = values[name]
  return (Array.isArray(value) ? value[place] : place === 0 ? value : '') ?? ''
}

/** Each column with what it is taken for, changeable. */
export function ColumnFields({ shape, columns }: Props) {
  const { values, shown, idOf } = useFormContext()
  const error = shown.errors.columns
  const first = idOf('columns')
  return (
    <fieldset className="mb-6">
      <legend className="mb-2 text-heading-s font-bold">What each column is</legend>
      {error ? <ErrorMessage of={first}>{error}</ErrorMessage> : null}
      <ul className="divide-y divide-line border-y border-line">
        {columns.map(({ heading, examples, doubt, dates }, place) => {
          const id = place === 0 ? first : `${first}-${place}`
          return (
            <li key={heading} className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-2">
              <div className="min-w-0">
                <label htmlFor={id} className="font-bold">
                  {heading}
                </label>
                <span className="block text-note break-words text-muted">
                  {examples.length > 0 ? examples.join(' · ') : 'Empty in the first rows'}
                </span>
                {doubt ? <span className="block text-note text-caution">{doubt}</span> : null}
              </div>
              <div className="flex flex-wrap gap-3">
                <select
                  id={id}
                  name="columns"
                  defaultValue={at(values, 'columns', place)}
                  aria-invalid={error ? true : undefined}
                  className="field max-w-sm"
                >
                  {columnOptions(shape).map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
                {dates || textsOf(values, 'orders').length === 0 ? (
                  <select
                    name="orders"
                    aria-label={`How dates are written in ${heading}`}
                    defaultValue={at(values, 'orders', place)}
                    className="field max-w-sm"
                  >
                    <option value="">Not a date</option>
                    {DATE_ORDERS.map(({ key, label }) => (
                      <option key={key} value={key}>
                        {label}
                      </option>
                    ))}
                  </select>
                ) : (
                  <input type="hidden" name="orders" value="" />
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

'use client'
// Fields read the form around them.

import { DateField, RadioField } from './choice-fields'

type Props = { label: string; now: string; later: string }

/** Now, or at the end of a day: `when` is `now` or `later`, `lastDay` the day. Needs no script. */
export function WhenFields({ label, now, later }: Props) {
  return (
    <RadioField
      name="when"
      label={label}
      options={[
        { value: 'now', label: 'Now', hint: now },
        {
          value: 'later',
          label: 'At the end of a day',
          hint: later,
          more: <DateField name="lastDay" label="Last day" labelSize="s" />,
        },
      ]}
    />
  )
}

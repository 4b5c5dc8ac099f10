import type { ComponentProps, ReactNode } from 'react'

/** How choices are laid out: large tiles (few, short, for a thumb) or one under the other. */
export type ChoiceLayout = 'tiles' | 'list'

type ChoiceProps = Omit<ComponentProps<'input'>, 'id' | 'type'> & {
  id: string
  type: 'radio' | 'checkbox'
  layout: ChoiceLayout
  label: ReactNode
  hint?: string | undefined
}

// The input fills the tile unseen, so the whole tile is the target and the focus shows on the tile.
const tile =
  'relative flex min-h-14 items-center rounded border border-muted bg-card px-4 py-2 ' +
  'hover:bg-wash has-checked:border-3 has-checked:border-act has-checked:bg-wash ' +
  'has-checked:px-3.5 has-checked:font-bold has-focus-visible:outline-3 ' +
  'has-focus-visible:outline-focus has-focus-visible:shadow-[0_0_0_5px_var(--color-ink)]'
const tileInput =
  'absolute inset-0 m-0 cursor-pointer appearance-none focus-visible:outline-0 ' +
  'focus-visible:shadow-none'
const row = 'flex items-start gap-3 py-1.5'

/** One radio or tick box with its label: the input itself is always there, and large. */
export function Choice({ id, type, layout, label, hint, ...input }: ChoiceProps) {
  const tiles = layout === 'tiles'
  return (
    <label htmlFor={id} className={tiles ? tile : row}>
      <input
        id={id}
        type={type}
        aria-labelledby={hint ? `${id}-label` : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={tiles ? tileInput : 'size-6 shrink-0 accent-act'}
        {...input}
      />
      <span>
        <span id={hint ? `${id}-label` : undefined}>{label}</span>
        {hint ? (
          <span id={`${id}-hint`} className="block font-normal text-muted">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  )
}

/** The first choice has the field's own id, so that the error summary lands on it. */
export const choiceId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`)

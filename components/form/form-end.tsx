import type { ComponentProps, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'

export type FormEndProps = {
  /** What the button says: `Save contact`. */
  submit: string
  /** `warning` for what cannot be undone. */
  tone?: 'primary' | 'secondary' | 'warning'
  /** Keeps the button in sight on a phone, for forms filled in on the street. */
  stuck?: boolean
  /** More of the button: a name and value where several answers are buttons; a key of its own. */
  button?: Pick<ComponentProps<'button'>, 'name' | 'value' | 'aria-keyshortcuts'>
  /** Beside the button: a way out, or a second button. */
  aside?: ReactNode
}

type Props = FormEndProps & { sending: boolean; children: ReactNode }

/** The end of a form: how the words are kept, and the button. */
export function FormEnd(props: Props) {
  const { submit, tone, stuck = false, button, aside, sending, children } = props
  return (
    <>
      {children}
      <div
        className={classes(
          'mt-4 flex flex-wrap items-center gap-x-6 gap-y-3',
          stuck &&
            'max-sm:sticky max-sm:bottom-0 max-sm:-mx-4 max-sm:border-t max-sm:border-line ' +
              'max-sm:bg-card max-sm:p-4 max-sm:*:w-full',
        )}
      >
        <Button
          {...button}
          type="submit"
          tone={tone}
          aria-disabled={sending || undefined}
          className="min-w-40"
        >
          {sending ? 'Saving' : submit}
        </Button>
        {aside}
      </div>
    </>
  )
}

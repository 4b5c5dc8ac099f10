import type { ComponentProps } from 'react'
import { classes } from './classes'
import { Link } from './link'

type Tone = 'primary' | 'secondary' | 'warning'

const tones: Record<Tone, string> = {
  primary:
    'bg-act text-card shadow-[0_2px_0_var(--color-act-deep)] hover:bg-act-deep ' +
    'border-transparent',
  secondary: 'bg-card text-ink border-muted shadow-[0_2px_0_var(--color-muted)] hover:bg-wash',
  warning: 'bg-danger text-card shadow-[0_2px_0_var(--color-ink)] hover:bg-ink border-transparent',
}

/** The look of a button, for the few things that are one without being a `<button>`. */
export const buttonClasses = (tone: Tone = 'primary', className?: string) =>
  classes(
    'inline-flex min-h-11 items-center justify-center rounded border px-4 py-2 text-center',
    'font-bold active:translate-y-px aria-disabled:cursor-default aria-disabled:opacity-60',
    tones[tone],
    className,
  )

type ButtonProps = ComponentProps<'button'> & { tone?: Tone }

/** A button. One primary on a page; `warning` for what cannot be undone. */
export function Button({ tone = 'primary', type = 'button', className, ...rest }: ButtonProps) {
  return <button type={type} className={buttonClasses(tone, className)} {...rest} />
}

type ButtonLinkProps = ComponentProps<typeof Link> & { tone?: Tone }

/** A link that looks like a button: it starts something, on a page of its own. */
export function ButtonLink({ tone = 'primary', className, ...rest }: ButtonLinkProps) {
  return <Link plain className={buttonClasses(tone, className)} {...rest} />
}

/** A button that reads as a link, where a post is needed but a button would shout. */
export function LinkButton({ type = 'button', className, ...rest }: ComponentProps<'button'>) {
  return <button type={type} className={classes('link text-left', className)} {...rest} />
}

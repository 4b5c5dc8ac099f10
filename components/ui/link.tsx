import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { classes } from './classes'

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'prefetch'> & { plain?: boolean }

/**
 * The house link. It never fetches ahead: opening a person's page is logged as a reading of them,
 * so a link merely on screen must not do it. `plain` leaves the look to `className`.
 */
export function Link({ plain = false, className, ...rest }: LinkProps) {
  return <NextLink prefetch={false} className={classes(!plain && 'link', className)} {...rest} />
}

import { z } from 'zod'
import { email, id } from '@/lib/fields'

/** Signing in with an e-mail and a password. Nothing is said about which of the two was wrong. */
export const signInSchema = z.strictObject({
  email: email('Enter your email address'),
  password: z
    .string()
    .min(1, 'Enter your password')
    .max(1000, 'That is longer than any password here'),
  back: z.string().optional(),
})

/** Length over complexity (NCSC): at least 12 characters, any characters, pasted or typed. */
export const newPasswordSchema = z
  .strictObject({
    password: z
      .string()
      .min(12, 'Use at least 12 characters. Three words together work well.')
      .max(1000, 'Use fewer than 1,000 characters'),
    again: z.string(),
  })
  .refine(({ password, again }) => password === again, {
    path: ['again'],
    message: 'The two passwords are different. Type the same one twice.',
  })

/** Acting in another of one's memberships. */
export const switchSchema = z.strictObject({ membership: id() })

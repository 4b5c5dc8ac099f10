import 'server-only'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL_APP: z.string().min(1),
  DATABASE_URL_INSIGHT: z.string().optional(),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url().optional(),
})

let checked: z.infer<typeof schema> | undefined

/**
 * The environment, checked once when first needed (a build has none). Says which name is missing,
 * never a value.
 */
export function env() {
  if (checked) return checked
  const found = schema.safeParse(process.env)
  if (!found.success) {
    const names = [...new Set(found.error.issues.map((issue) => issue.path.join('.')))]
    throw new Error(`Missing or unusable in the environment: ${names.join(', ')}`)
  }
  checked = found.data
  return checked
}

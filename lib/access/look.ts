import 'server-only'
import type { Scope } from '@/lib/db'

/**
 * Says whom what is read next is about, so that the database works out once what of these people
 * is open to the viewer, and not for every row. It opens nothing, and leaving it out changes no
 * answer; opening a person's page says so by itself.
 */
export const lookAt = ({ db }: Scope, people: string[]) =>
  db.$executeRaw`select access.look_once(${people}::uuid[])`

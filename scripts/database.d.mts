/** The addresses of a database for each login, and for the admin. */
export type DatabaseUrls = {
  adminUrl: string
  ownerUrl: string
  appUrl: string
  insightUrl: string
  workerUrl: string
  publisherUrl: string
}

export type Roles = Record<'owner' | 'app' | 'insight' | 'worker' | 'publisher' | 'definer', string>

export function prepareDatabase(options: {
  adminUrl: string
  database: string
  passwords: Record<string, string>
  suffix?: string
  folder?: string
}): Promise<DatabaseUrls & { created: boolean; changed: boolean }>

export function databaseUrls(options: {
  adminUrl: string
  database: string
  roles: Roles
  passwords: Record<string, string>
}): DatabaseUrls

export function closeDatabase(
  admin: { query(text: string): Promise<unknown> },
  database: string,
  roles: Roles,
): Promise<void>

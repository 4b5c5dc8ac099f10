import type { Client } from 'pg'

export function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T>
export function connectedAlone<T>(
  url: string,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T>

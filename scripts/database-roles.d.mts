import type { Roles } from './database.mjs'

export function roleNames(suffix: string): Roles
export function quoted(name: string): string

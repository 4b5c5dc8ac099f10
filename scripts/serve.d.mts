import type { DatabaseUrls } from './database.mjs'

export function webEnvironment(options: {
  urls?: DatabaseUrls
  secrets: Record<string, string>
  folder: string
  address: string
  mode?: 'production' | 'development'
}): NodeJS.ProcessEnv

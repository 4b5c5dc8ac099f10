import type { DatabaseUrls } from './database.mjs'

export function webEnvironment(options: {
  urls?: DatabaseUrls
  secrets: Record<string, string>
  folder: string
  address: string
  mode?: 'production' | 'development'
}): NodeJS.ProcessEnv
export function serve(options: {
  root: string
  folder: string
  env: NodeJS.ProcessEnv
  host: string
  port: number
  dev?: boolean
  logFile?: string
}): Promise<{ ended: Promise<number>; stop: () => Promise<void> }>

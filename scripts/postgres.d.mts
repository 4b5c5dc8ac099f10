export function startPostgres(options: {
  folder: string
  shared?: boolean
  throwaway?: boolean
}): Promise<{ superuserUrl: string; port: number; stop: () => Promise<void> }>

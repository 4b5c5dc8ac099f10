type SecretName =
  'superuser' | 'owner' | 'app' | 'insight' | 'worker' | 'publisher' | 'session' | 'serverActions'

export function readSecrets(folder: string): Record<SecretName, string>
export function insightKeyFile(folder: string, mode: 'practice' | 'live'): string
export function makeDataFolder(folder: string): string

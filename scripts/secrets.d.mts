type SecretName = 'superuser' | 'owner' | 'app' | 'insight' | 'worker' | 'session' | 'serverActions'

export function readSecrets(folder: string): Record<SecretName, string>
export function insightKeyFile(folder: string): string
export function makeDataFolder(folder: string): string

export function generateClient(root: string): Promise<void>
export function buildApp(root: string, options: { env: NodeJS.ProcessEnv }): Promise<void>
export function hashOf(root: string, paths: string[]): string

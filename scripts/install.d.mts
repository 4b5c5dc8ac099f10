export function install(root: string): Promise<void>
export function isInstalled(root: string): boolean

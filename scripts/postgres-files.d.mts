type User = { uid: number; gid: number }

export function serverUser(): User | null
export function serverPrograms(user: User | null): string
export function tablesFolder(folder: string, user: User | null): string

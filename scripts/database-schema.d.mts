export function fingerprint(folder: string): string

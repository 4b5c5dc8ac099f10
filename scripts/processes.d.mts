export function isAlive(pid: number): boolean
export function startMark(pid: number): string
export function commandLine(pid: number): string
export function waitUntil(done: () => boolean | Promise<boolean>, seconds: number): Promise<boolean>

type Ran = { code: number; output: string }

export function runNode(
  args: string[],
  options?: { env?: NodeJS.ProcessEnv; show?: boolean; cwd?: string },
): Promise<Ran>
export function endPrograms(): void
export function typescript(script: string, ...args: string[]): string[]
export function step<T>(words: string, work: () => Promise<T>): Promise<T>
export function lastLines(output: string, count?: number): string
export function checkNode(version?: string): void

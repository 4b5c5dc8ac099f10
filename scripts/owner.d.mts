export function withOwner<T>(
  work: (ownerUrl: string, folder: string) => Promise<T>,
  options?: { prepare?: boolean },
): Promise<T>

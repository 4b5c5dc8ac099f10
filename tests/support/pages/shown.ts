import type { Session } from './forms/session'

const tabs = ['', '/timeline', '/timeline?show=changes', '/needs', '/team', '/details', '/together']

/** What a reader is shown of somebody on every page about them, but for the time of day. */
export async function shown(session: Session, person: string): Promise<string> {
  const pages: string[] = []
  for (const tab of tabs) {
    const { status, page } = await session.open(`/people/${person}${tab}`)
    pages.push(`${tab}: ${status} ${page.text.replaceAll(/\d{1,2}:\d{2}/g, '…')}`)
  }
  return pages.join('\n')
}

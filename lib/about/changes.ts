/** A version of the service and what changed in it, for those who use it. */
export type Version = { title: string; groups: { title: string | null; lines: string[] }[] }

const plain = (text: string) => text.replace(/[`*_]/g, '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')

/**
 * CHANGELOG.md as versions, newest first as written (keepachangelog.com): `## ` opens a version,
 * `### ` a group in it, `- ` a line, which may run on in indented lines. What stands before the
 * first version is left out. Pure.
 */
export function readChanges(markdown: string): Version[] {
  const versions: Version[] = []
  for (const line of markdown.split(/\r?\n/)) {
    const version = versions.at(-1)
    if (/^## /.test(line))
      versions.push({ title: plain(line.slice(3).trim()).replace(/[[\]]/g, ''), groups: [] })
    else if (!version) continue
    else if (/^### /.test(line))
      version.groups.push({ title: plain(line.slice(4).trim()), lines: [] })
    else if (/^- /.test(line)) {
      if (version.groups.length === 0) version.groups.push({ title: null, lines: [] })
      version.groups.at(-1)?.lines.push(plain(line.slice(2).trim()))
    } else if (/^\s+\S/.test(line)) {
      const lines = version.groups.at(-1)?.lines
      const last = lines?.pop()
      if (lines && last !== undefined) lines.push(`${last} ${plain(line.trim())}`)
    }
  }
  return versions
}

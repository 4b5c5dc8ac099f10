import { placeFile } from '@/app/place/place-file'
import { readSheet } from '@/app/place/network/read-sheet'
import { writeSvg } from '@/lib/insight/drawing/write-svg'
import { drawNetwork } from '@/lib/network/draw-network'
import { kindWords, strengthWords } from '@/lib/network/words'
import { csvLine } from '@/lib/transfer/report'

type Props = { params: Promise<{ file: string }> }

/** The sheet as a picture, and its links as CSV; nothing of where anybody is. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { file } = await params
  return placeFile(file, async (scope) => {
    if (file !== 'network.svg' && file !== 'network.csv') return null
    const { institutions, links, names } = await readSheet(scope, {})
    if (file === 'network.svg') {
      const words =
        'Every link is somebody’s word. Where a thing stands says nothing of where it is.'
      const title = `${institutions.length} institutions of ${scope.viewer.place}`
      return {
        type: 'image/svg+xml; charset=utf-8',
        body: writeSvg(drawNetwork(institutions, links), title, [words]),
      }
    }
    const rows = links.map((link) => [
      ...[names.get(link.from) ?? '', names.get(link.to) ?? '', kindWords(link.kind)],
      ...[strengthWords(link.strength), link.words ?? '', link.body, link.said_on],
    ])
    const head = ['from', 'to', 'kind', 'strength', 'words', 'who says so', 'said on']
    return {
      type: 'text/csv; charset=utf-8',
      body: '\uFEFF' + [head, ...rows].map(csvLine).join(''),
    }
  })
}

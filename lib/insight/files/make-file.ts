import { drawMap } from '@/lib/areas/map'
import type { AreaShape } from '@/lib/areas/schema'
import { listAreaFigures } from '../area-figures'
import type { Cells } from '../cells'
import type { FigureFile } from '../choose'
import { drawAreaMap, limitsFor } from '../drawing/draw-area-map'
import { drawBars } from '../drawing/draw-bars'
import { drawUpset } from '../drawing/draw-upset'
import { breakLines, type Drawing } from '../drawing/shapes'
import { writeSvg } from '../drawing/write-svg'
import { sayDefinition, sayQuote } from '../publication-words'
import type { Profile } from '../rules/protection-profiles'
import type { Publication } from '../schema'
import { layTable, type TableView } from '../table-view'
import { listCombinations, pickCommonest } from '../upset'
import { describeCsv } from './describe-csv'
import { flattenTable } from './flatten-table'
import { writeCsv } from './write-csv'
import { writeOds } from './write-ods'

type Map = Parameters<typeof drawMap>[0] & {
  readonly areas: readonly { code: string; name: string; shape: AreaShape }[]
}

/** What a file is made from: a table as published, and the wards it is by. */
export type FileSource = {
  readonly place: string
  readonly publication: Publication
  readonly cells: Cells
  readonly map: Map | null
}

export type MadeFile = { readonly body: string | Uint8Array<ArrayBuffer>; readonly type: string }

/** A published table as a file of the kind asked for. Pure: the same table makes the same bytes. */
export function makeFile({ table, kind }: FigureFile, source: FileSource): MadeFile {
  const { place, publication, cells, map } = source
  const view = layTable(table, cells, map?.areas ?? [])
  const flat = flattenTable(view, publication.profile)
  const quote = sayQuote(place, table, publication)
  switch (kind) {
    case 'csv':
      return { body: writeCsv(flat), type: 'text/csv; charset=utf-8; header=present' }
    case 'csv-metadata.json': {
      const described = describeCsv(`${table.key}.csv`, place, table, publication, flat)
      return { body: `${JSON.stringify(described, null, 2)}\n`, type: 'application/csvm+json' }
    }
    case 'ods': {
      const headings = flat.columns.map(({ heading }) => heading)
      const notes = [table.title, quote, ...sayDefinition(table)].map((words) => [words])
      return {
        body: writeOds([
          { name: 'Figures', rows: [headings, ...flat.rows] },
          { name: 'Notes', rows: notes },
        ]),
        type: 'application/vnd.oasis.opendocument.spreadsheet',
      }
    }
    case 'svg': {
      const drawing = drawTable(view, cells, map, publication.profile)
      const letters = Math.floor(drawing.width / 6.6)
      return {
        body: writeSvg(drawing, table.title, breakLines(quote, letters)),
        type: 'image/svg+xml',
      }
    }
  }
}

function drawTable(view: TableView, cells: Cells, map: Map | null, profile: Profile): Drawing {
  if (view.table.key === 'combinations') {
    return drawUpset(pickCommonest(listCombinations(cells)), profile, 'wide')
  }
  const [first] = view.columns
  if (view.table.area === 'ward' && map && first) {
    const figures = listAreaFigures(view, first.key, profile)
    return drawAreaMap(drawMap(map, 760, 620), figures, limitsFor(figures))
  }
  return drawBars(view, profile)
}

import { answerFigures } from '@/lib/insight/open-answer'
import { getOpenTable } from '@/lib/insight/open-figures'

type Props = { params: Promise<{ no: string; table: string }> }

/** Open figures: one declared table of the city, of one open publication. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { no, table } = await params
  return answerFigures(request, (read) => getOpenTable(read, no, table))
}

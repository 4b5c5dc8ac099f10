import { answerFigures } from '@/lib/insight/open-answer'
import { getOpenPublications } from '@/lib/insight/open-figures'

/** Open figures: what is published for everybody, and the tables of each. */
export const GET = (request: Request) => answerFigures(request, getOpenPublications)

import { answerList } from '@/lib/directory/public-answer'
import { getOrganizationsPage } from '@/lib/directory/published-answers'

/** The public directory in Open Referral UK form: a page of organisations. */
export const GET = (request: Request) => answerList(request, getOrganizationsPage)

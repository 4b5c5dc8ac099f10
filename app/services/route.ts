import { answerList } from '@/lib/directory/public-answer'
import { getServicesPage } from '@/lib/directory/published-answers'

/** The public directory in Open Referral UK form: a page of services. */
export const GET = (request: Request) => answerList(request, getServicesPage)

import { answerOne } from '@/lib/directory/public-answer'
import { getPublishedOrganization } from '@/lib/directory/published-answers'

/** The public directory in Open Referral UK form: one organisation. */
export async function GET(_: Request, { params }: { params: Promise<{ organizationId: string }> }) {
  return answerOne((await params).organizationId, getPublishedOrganization)
}

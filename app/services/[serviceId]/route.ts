import { answerOne } from '@/lib/directory/public-answer'
import { getPublishedService } from '@/lib/directory/published-answers'

/** The public directory in Open Referral UK form: one service in full. */
export async function GET(_: Request, { params }: { params: Promise<{ serviceId: string }> }) {
  return answerOne((await params).serviceId, getPublishedService)
}

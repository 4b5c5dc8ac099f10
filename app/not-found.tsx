import { PageBody } from '@/components/layout/page-body'
import { SiteFrame } from '@/components/layout/site-frame'
import { Link } from '@/components/ui/link'

/** Said alike for what is not there and what may not be shown, so that it confirms neither. */
export default function NotFound() {
  return (
    <SiteFrame practice={false}>
      {/* Here and not in metadata, which Next leaves out where a page turns out not to be found. */}
      <title>Nothing here · Common Thread</title>
      <PageBody title="There is nothing here to show" width="reading">
        <p className="mb-4">
          The address may be mistyped or out of date, or this may not be open to you in the role you
          are acting in now.
        </p>
        <p>
          <Link href="/">Go to Today</Link>
        </p>
      </PageBody>
    </SiteFrame>
  )
}

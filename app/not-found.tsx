import { PageBody } from '@/components/layout/page-body'
import { SiteFrame } from '@/components/layout/site-frame'
import { Link } from '@/components/ui/link'
import { nothingHere } from '@/lib/nothing-here'

/** Said alike for what is not there and what may not be shown, so that it confirms neither. */
export default function NotFound() {
  return (
    <SiteFrame practice={false}>
      {/* Here and not in metadata, which Next leaves out where a page turns out not to be found. */}
      <title>{nothingHere.title}</title>
      <PageBody title={nothingHere.heading} width="reading">
        <p className="mb-4">{nothingHere.why}</p>
        <p>
          <Link href="/">{nothingHere.home}</Link>
        </p>
      </PageBody>
    </SiteFrame>
  )
}

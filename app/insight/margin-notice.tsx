import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { profiles, type Profile } from '@/lib/insight/rules/protection-profiles'
import { marginInWords } from '@/lib/insight/words'

/** Under every figure: that it is altered, and by how much two may differ for nothing. */
export function MarginNotice({ profile }: { profile: Profile }) {
  return (
    <InsetText className="mt-5">
      {marginInWords(profiles[profile])}{' '}
      <Link href="/insight/methods">How this works and what it costs in accuracy</Link>
    </InsetText>
  )
}

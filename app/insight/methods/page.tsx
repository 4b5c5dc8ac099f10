import type { Metadata } from 'next'
import { PrintButton } from '@/components/ui/print-button'
import { Section } from '@/components/ui/prose'
import { changeWithin } from '@/lib/insight/accuracy'
import { mostWaiting } from '@/lib/insight/rules/waiting-links'
import { profiles, type Profile } from '@/lib/insight/rules/protection-profiles'
import { marginOf } from '@/lib/insight/shown'
import { countInWords, leastDenominator } from '@/lib/insight/words'
import { InsightPage } from '../insight-page'
import { openInsight, type SearchParams } from '../open-insight'
import { ForStatisticians } from './for-statisticians'

export const metadata: Metadata = { title: 'Methods · Insight' }

/** How people are protected in the figures, and what that costs: in a page, then in more. */
export default async function MethodsPage({ searchParams }: { searchParams: SearchParams }) {
  const { viewer, choice } = await openInsight('/insight/methods', searchParams)
  // Before the first publication: the profile this role will read.
  const profile: Profile = choice?.publication.profile ?? 'commissioner'
  const parameters = profiles[profile]
  return (
    <InsightPage
      viewer={viewer}
      title="How these figures are made, and how sure they are"
      about="The first part is a page for everybody; the second is for statisticians."
      width="reading"
      actions={<PrintButton />}
    >
      <Section title="Who is in them">
        <p>
          People in touch with an agency that lets its work be counted, in twelve months. Each
          person is counted once. Nobody under 18 is in the figures, nor anybody who objected to
          sharing or asked not to be counted; how many those are is said. An agency’s entries count
          only where an agreement says so.
        </p>
      </Section>
      <Section title="Every figure is altered a little">
        <p>
          A small number of people is added or taken away at random before a figure is published, so
          that nobody can be worked out reliably, not even by somebody who knows all the others in
          it. Half of all figures are changed by {changeWithin(profile, 0.5)} or less, nine in ten
          by {changeWithin(profile, 0.9)} or less, and none by more than {parameters.D}.
        </p>
        <ul className="list-disc space-y-1 pl-6">
          <li>A difference under {marginOf(profile)} between two figures means nothing.</li>
          <li>
            “{countInWords(0, parameters)}” may be nobody or a few. Figures from 1 to{' '}
            {parameters.js} are never published.
          </li>
          <li>
            Totals are altered by themselves, so parts need not add up, and totals of two tables may
            differ.
          </li>
          <li>
            “Withheld” stands where even that would tell of somebody, for example where nearly
            everybody in a row has the same answer.
          </li>
          <li>The same people always give the same figure: asking twice tells no more.</li>
        </ul>
      </Section>
      <Section title="What is larger than the alterations">
        <p>
          <b>Records of one person that nobody has joined yet.</b> Such a person is counted twice,
          and their needs and agencies apart. Overlap is then too low, and more so for people whose
          names are often spelt differently. Where it matters a range is given: from records that
          are joined to those that may be of one person. While more than {mostWaiting * 100} in 100
          people have a record that waits, nothing is published. How often joined records are right
          has not been measured here.
        </p>
        <p>
          <b>What nobody has asked.</b> A need that nobody recorded is not counted as <i>no</i>.
          Every figure of a need is “at least”.
        </p>
        <p>
          <b>Which agencies take part.</b> When one joins or leaves, or had not given a whole year
          yet, the series breaks there; the page says so and compares nothing across it.
        </p>
        <p>
          <b>Where somebody lives.</b> People with no settled address are counted for the city only,
          so a ward’s figure is not the need of that ward.
        </p>
      </Section>
      <Section title="How to use them">
        <ul className="list-disc space-y-1 pl-6">
          <li>Say “about”, and give the publication and its date.</li>
          <li>
            Do not rank wards or groups whose figures are less than {marginOf(profile)} apart.
          </li>
          <li>No share is given of fewer than {leastDenominator} people.</li>
          <li>
            Figures of people in touch say who is reached, not how many need it. People come when
            things are worst, so some improve whatever is done.
          </li>
        </ul>
      </Section>
      <ForStatisticians profile={profile} />
    </InsightPage>
  )
}

import { CellTable } from '@/components/insight/cell-table'
import { Section } from '@/components/ui/prose'
import { chanceOfZero, listChances } from '@/lib/insight/accuracy'
import { profiles, type Profile } from '@/lib/insight/rules/protection-profiles'
import { partitionBudget } from '@/lib/insight/rules/partition-budget'
import { largestShare, leastOutside, thinRow } from '@/lib/insight/rules/withheld-rows'
import { leastDenominator } from '@/lib/insight/words'

const inHundred = (share: number) => `${(share * 100).toFixed(1)} in 100`

/** The method as somebody would check it. Only the secret numbers are secret. */
export function ForStatisticians({ profile }: { profile: Profile }) {
  const { D, V, js } = profiles[profile]
  const small = Array.from({ length: js + 4 }, (_, at) => at + 1)
  return (
    <>
      <Section title="For statisticians: five layers">
        <ol className="list-decimal space-y-2 pl-6">
          <li>
            <b>A fixed programme of tables</b>, declared before anybody is counted. There is no
            query builder: a free one could be averaged over until the truth is left.
          </li>
          <li>
            <b>Rules on the true counts.</b> Two classifying variables at most for the city and one
            for wards; named combinations for the city only; one set of cut points for the life of
            the programme. A breakdown is withheld where its total is under {thinRow}; and, of what
            is sensitive, where it has one answer only, where the largest answer is over{' '}
            {largestShare * 100} in 100 of it, or where fewer than {leastOutside} people are outside
            the largest. Which of these it was is not said.
          </li>
          <li>
            <b>Cell-key perturbation</b>, as the Australian Bureau of Statistics and the Office for
            National Statistics use it. Each person (not each record) holds one secret number of 32
            bits for life. The sum of the numbers of the people in a cell, modulo 2<sup>32</sup>,
            picks the change from a table. Same people, same change.
          </li>
          <li>
            <b>An audit before release.</b> Linear programming bounds every small cell by all that
            the publication shows; one that proves a cell to within less than 3 is refused. So is
            one whose best linear estimate of a cell has less than a quarter of the variance of one
            change. A cell whose people differ by two at most from those it was published of in the
            nearest quarter keeps its value.
          </li>
          <li>
            <b>Display.</b> A published 0 is a range; totals are not raked; no share of fewer than{' '}
            {leastDenominator}, no means, medians or maxima.
          </li>
        </ol>
      </Section>
      <Section title="The perturbation table">
        <p>
          Maximum entropy for a largest change D of {D}, a variance V of {V}, and no published count
          from 1 to {js}; mean change 0 for every count. A true 0 is always published as 0. For
          counts of {D + js + 1} and more:
        </p>
        <CellTable
          id="chances"
          caption="Chance of each change of a large count"
          rowHeading="Change, people"
          columns={[{ key: 'chance', label: 'Chance' }]}
          rows={listChances(profile).map(({ change, chance }) => ({
            ...{ key: String(change), label: change > 0 ? `+${change}` : String(change) },
            cells: [inHundred(chance)],
          }))}
        />
        <CellTable
          id="zeros"
          caption={`Chance that a small count is published as “0 to ${js}”`}
          rowHeading="True count"
          columns={[{ key: 'chance', label: 'Chance' }]}
          rows={small.map((count) => ({
            ...{ key: String(count), label: String(count) },
            cells: [inHundred(chanceOfZero(profile, count))],
          }))}
        />
      </Section>
      <Section title="Uncertainty as it is given here">
        <p>
          The standard deviation of a change is √V, so two figures differ by noise with √(2V): the
          margin is 1.96 times that, {(1.96 * Math.sqrt(2 * V)).toFixed(2)}, as a whole number. A
          share is given with the range of both its figures; a share of sums carries the variance of
          every figure added. A range wider than 16 in 100 is not put into words. These are margins
          of the protection alone: there is no sampling, and linkage error is not in them.
        </p>
      </Section>
      <Section title="Definitions, cohorts and what overlaps">
        <ul className="list-disc space-y-1 pl-6">
          <li>
            Several needs are counted three ways, each named where it stands: the three domains of
            Hard Edges (2015); four with abuse and mental health, by which women are counted as
            often as men (2020); the five of Changing Futures.
          </li>
          <li>
            What came of referrals is of each person’s first in twelve months that ended 56 days
            before the year counted; nobody is censored within 56 days, and those who still wait are
            among all referred. Treatment is followed for 84 days and a settled home for a year.
          </li>
          <li>
            Tables of what is so of some people hold no complement and add up to nothing, so they
            are no further look at a total. Everybody is broken down by as many variables as leave
            1/k summed over them under {partitionBudget}.
          </li>
          <li>
            Overlap by suggestion counts connected clusters of undecided pairs as one person each;
            the audit enters it as a second look at the same people, with bounds as wide as those
            who wait. It bounds what suggestions can change, and not pairs that were never
            suggested.
          </li>
        </ul>
      </Section>
      <Section title="What is not guaranteed">
        <ul className="list-disc space-y-1 pl-6">
          <li>
            A positive figure proves that somebody is there: zeros are not altered, since that would
            bend the mean.
          </li>
          <li>
            The programme as a whole is not differentially private. A person is in one cell of every
            table, and the audit, not a budget, bounds what they tell together.
          </li>
          <li>
            An agency can take its own people off a figure. What is left is altered as every other
            figure is.
          </li>
        </ul>
      </Section>
    </>
  )
}

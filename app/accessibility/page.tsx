import { PublicPage } from '@/app/public-page'
import { Section } from '@/components/ui/prose'
import { ownerWords } from '@/lib/about/owner'

export const metadata = { title: 'Accessibility' }

/** How the service can be used, what does not work yet, and whom to tell. */
export default function AccessibilityPage() {
  const { accessibility, contact } = ownerWords()
  return (
    <PublicPage title="Accessibility">
      <Section title="How this service can be used">
        <p>You should be able to:</p>
        <ul className="list-disc pl-6">
          <li>do everything with a keyboard alone, and see where you are</li>
          <li>use a screen reader: pages have headings, landmarks and a link past the bar</li>
          <li>enlarge to 200 per cent, and use a phone held upright, without reading sideways</li>
          <li>send every form with scripts switched off</li>
          <li>read everything without telling colours apart</li>
          <li>print a page and take it with you</li>
        </ul>
      </Section>
      <Section title="How it was tested">
        <p>
          We aim at the Web Content Accessibility Guidelines 2.2, level AA. Pages are tested by
          machine (axe) each time something changes. No independent audit has been done, and people
          who use assistive technology every day have not tested it yet, so this is a statement of
          aim and not of conformance.
        </p>
      </Section>
      <Section title="What does not work well yet">
        <ul className="list-disc pl-6">
          <li>
            the grid of a sharing agreement is wide and scrolls sideways on a phone; the list of
            every term says the same
          </li>
          <li>
            the map has a table behind it, but its shapes cannot be explored one by one with a
            screen reader
          </li>
        </ul>
      </Section>
      <Section title="If something is in your way">
        <p>
          {accessibility ??
            contact ??
            'Whoever runs this place has not said yet whom to tell. Ask your administrator.'}
        </p>
        <p>
          If you are not happy with the answer, the Equality Advisory and Support Service can help
          (0808 800 0082).
        </p>
      </Section>
    </PublicPage>
  )
}

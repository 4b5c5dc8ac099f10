import { PublicPage } from '@/app/public-page'
import { InsetText } from '@/components/ui/inset-text'
import { Section } from '@/components/ui/prose'
import { ownerWords } from '@/lib/about/owner'

export const metadata = { title: 'Privacy' }

/**
 * What is held, who sees it and why, and what one can ask for. In plain words, for the people it is
 * about.
 */
export default function PrivacyPage() {
  const { name, contact, dataProtection } = ownerWords()
  return (
    <PublicPage title="Privacy" about={name ? `Run by ${name}` : undefined}>
      {name && dataProtection ? null : (
        <InsetText tone="caution">
          Whoever runs this place has not added their name and their data protection officer yet.
          Nobody real should be in here before they have.
        </InsetText>
      )}
      <Section title="What this is">
        <p>
          Several organisations that support the same people use this service so that those people
          need not tell their story again and again, and so that help fits together. Each
          organisation answers for what it wrote.
        </p>
      </Section>
      <Section title="What is held">
        <p>
          What the organisations that work with you wrote down: who you are and how to reach you
          safely, what you need, what has happened, what was agreed, and what keeps you and others
          safe. Some of it is about health, offences or other things the law protects more.
        </p>
      </Section>
      <Section title="Who sees it">
        <p>
          A worker sees you only if their team works with you, and of what others wrote only what a
          written agreement lets through, for the purpose it names. Nobody may use what they read
          here to sanction, evict or arrest, or for immigration enforcement, unless an agreement
          says so. Immigration enforcement never takes part.
        </p>
        <p>
          Every time somebody opens your pages it is written down: who, when, which page, and why
          they may.
        </p>
        <p>
          Figures about many people are altered and rounded so that nobody can be found in them.
        </p>
      </Section>
      <Section title="How long">
        <p>
          Each organisation keeps what it wrote for as long as its own rules say. Then it is erased
          here too.
        </p>
      </Section>
      <Section title="What you can ask for">
        <ul className="list-disc pl-6">
          <li>to see what is held about you, and who has opened it</li>
          <li>to put it right, or to have your own words stand beside it</li>
          <li>to stop some or all of the sharing, or to take back a consent</li>
          <li>to have it erased, where the law gives you that</li>
        </ul>
        <p>
          Ask any organisation that works with you; it passes it on.{' '}
          {contact ? `Or: ${contact}.` : ''}{' '}
          {dataProtection ? `Data protection officer: ${dataProtection}.` : ''}
        </p>
        <p>You can complain to the Information Commissioner’s Office: 0303 123 1113.</p>
      </Section>
      <Section title="If you work here">
        <p>
          Your name, work address and telephone, your roles, when you sign in and what you open are
          kept. The log is for lawfulness, security and discipline. It is never used to measure how
          you work. You can see your own.
        </p>
        <p>
          One cookie keeps you signed in. There are no others, and nothing is fetched from anywhere
          else.
        </p>
      </Section>
    </PublicPage>
  )
}

import type { ComponentProps, ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import type { TabItem } from '@/components/ui/tabs'
import { Tabs } from '@/components/ui/tabs'
import { IdentityStrip } from './identity-strip'

type PersonFrameProps = ComponentProps<typeof IdentityStrip> & {
  /** The person's pages; the first is the overview. */
  tabs: readonly TabItem[]
  /** `together` (the usual) prints only what the person may see; `working` prints the page. */
  printAs?: 'together' | 'working'
  /** Narrow for forms and words. */
  width?: 'reading' | 'wide'
  /** A form: on a phone the tabs give way to it. */
  writing?: boolean
  children: ReactNode
}

/** Who, where, and the page: the shape of every page about a person. */
export function PersonFrame(props: PersonFrameProps) {
  const { tabs, printAs = 'together', width = 'wide', writing = false, children, ...strip } = props
  return (
    <div className={printAs === 'together' ? 'print-together' : undefined}>
      <IdentityStrip {...strip} brief={writing} />
      <div
        className={classes(
          'no-print border-b border-line bg-card px-2 pt-2 lg:px-5',
          writing && 'max-sm:hidden',
        )}
      >
        <Tabs label={`Pages about ${strip.identity.name}`} items={tabs} />
      </div>
      <div className="px-4 pt-5 lg:px-7">
        {strip.together ? <TogetherNote /> : null}
        <div className={classes(width === 'reading' && 'max-w-3xl')}>{children}</div>
      </div>
    </div>
  )
}

function TogetherNote() {
  return (
    <p className="no-print mb-5 rounded bg-wash p-3">
      <strong>Together view.</strong> Only what can be looked at side by side is on this page.
    </p>
  )
}

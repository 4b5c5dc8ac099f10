'use client'
// Closes when one leaves it, which takes a script; without one its summary opens and closes it.

import { useEffect, useRef, type ReactNode } from 'react'

type PopupProps = {
  summary: ReactNode
  summaryClass: string
  className: string
  /** Drawn beside its name, instead of the mark of a menu. */
  sign?: ReactNode
  children: ReactNode
}

const menuSign = (
  <svg
    aria-hidden="true"
    viewBox="0 0 12 8"
    className="h-2 w-3 shrink-0 fill-none stroke-current stroke-2 group-open/popup:rotate-180"
  >
    <path d="M1 1.5 6 6.5 11 1.5" />
  </svg>
)

/**
 * A menu under its own name. Escape closes it and goes back to the name; going elsewhere closes it
 * too. Where one looks for something in it, one can type at once.
 */
export function Popup({ summary, summaryClass, className, sign = menuSign, children }: PopupProps) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = () => {
      if (menu.current) menu.current.open = false
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return
      const inside = menu.current.contains(document.activeElement)
      close()
      if (inside) menu.current.querySelector('summary')?.focus()
    }
    const elsewhere = ({ target }: Event) => {
      if (menu.current?.open && target instanceof Node && !menu.current.contains(target)) close()
    }
    document.addEventListener('keydown', pressed)
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    return () => {
      document.removeEventListener('keydown', pressed)
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
    }
  }, [])
  return (
    <details
      ref={menu}
      className={`disclosure group/popup ${className}`}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.querySelector<HTMLElement>('[type=search]')?.focus()
      }}
    >
      <summary className={`flex items-center gap-2 ${summaryClass}`}>
        {summary}
        {sign}
      </summary>
      {children}
    </details>
  )
}

import { Fragment, isValidElement, type ReactNode } from 'react'

/*
 * Server components as markup. React's own renderer refuses to load under the react-server
 * condition that tests run with; these components are plain functions, so they are called.
 */
const svgNames: Record<string, string> = {
  className: 'class',
  viewBox: 'viewBox',
  patternUnits: 'patternUnits',
}
const attribute = (name: string) =>
  svgNames[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

type Props = Record<string, unknown> & { children?: ReactNode }

/** The markup of a tree of server components without state. */
export function markupOf(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (Array.isArray(node)) return node.map(markupOf).join('')
  if (!isValidElement<Props>(node)) return escape(String(node))
  const { type, props } = node
  if (type === Fragment) return markupOf(props.children)
  if (typeof type === 'function') {
    return markupOf((type as (given: Props) => ReactNode)(props))
  }
  const given = Object.entries(props)
    .filter(([name, value]) => name !== 'children' && value !== undefined && value !== null)
    .map(([name, value]) => ` ${attribute(name)}="${escape(String(value))}"`)
  return `<${String(type)}${given.join('')}>${markupOf(props.children)}</${String(type)}>`
}

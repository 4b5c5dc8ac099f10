import { isValidElement, type ReactNode } from 'react'

type Drawing = (props: object) => ReactNode

/** All words of what components without state draw, in order; each element's end is a `|`. */
export function drawnText(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map((one: ReactNode) => drawnText(one)).join('')
  if (!isValidElement<{ children?: ReactNode }>(node)) return ''
  const { type, props } = node
  if (typeof type === 'function') return drawnText((type as Drawing)(props))
  return `${drawnText(props.children)}|`
}

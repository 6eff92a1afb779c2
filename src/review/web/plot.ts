import { dot, line, plot } from '@observablehq/plot'
import type { Series } from '../archive.ts'
import { sheetHref } from './route.ts'

/** Draws a figure over time; each point leads to its words. Gives what takes the drawing away. */
export function drawSeries(node: HTMLElement, { points, unit }: Series): () => void {
  const data = points
    .map(({ when, number, fact }) => ({ when: dayOf(when), number, fact }))
    .filter((one) => !Number.isNaN(one.when.getTime()))
  const drawn = plot({
    width: 480,
    height: 220,
    marginLeft: 56,
    x: { type: 'utc', label: null },
    y: { grid: true, label: unit, nice: true },
    marks: [
      line(data, { x: 'when', y: 'number', className: 'series' }),
      dot(data, {
        x: 'when',
        y: 'number',
        r: 5,
        className: 'points',
        href: ({ fact }: (typeof data)[number]) => sheetHref(fact.article, fact.fact),
        title: ({ fact }: (typeof data)[number]) => fact.gloss,
      }),
    ],
  })
  // Names of groups that have no role are nothing to a screen reader.
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
  // The page's policy refuses inline styles; desk.css has what is needed of them.
  drawn.querySelector('style')?.remove()
  node.append(drawn)
  return () => drawn.remove()
}

/** The first day of an ISO 8601-2 expression. */
function dayOf(when: string): Date {
  const first = when.split('/')[0]!.replace(/[^\d-].*$/, '')
  return new Date(`${first.length === 4 ? `${first}-01` : first}`)
}

import { dot, line, plot } from '@observablehq/plot'
import type { Series } from '../archive.ts'
import { sheetHref } from './route.ts'

/** Draws a figure over time; each point leads to its words. */
export function drawSeries(node: HTMLElement, { points, unit }: Series): void {
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
  node.append(drawn)
}

/** The first day of an ISO 8601-2 expression. */
function dayOf(when: string): Date {
  const first = when.split('/')[0]!.replace(/[^\d-].*$/, '')
  return new Date(`${first.length === 4 ? `${first}-01` : first}`)
}

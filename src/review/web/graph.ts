import Graph from 'graphology'
import Sigma from 'sigma'
import type { EntityArchive } from '../archive.ts'
import { layOut } from './layout.ts'
import { archiveHref } from './route.ts'

const MAX_NODES = 60
/** As in the style sheet. */
const HUES: Readonly<Record<string, string>> = {
  person: '#0072b2',
  organization: '#c77700',
  place: '#00805c',
  product: '#b0508a',
  event: '#c04a00',
  group: '#3c8dbc',
}

/** Draws who has to do with whom; a click leads to an entity. Gives what takes the drawing away. Where there is no WebGL the page has its list alone. */
export function drawGraph(node: HTMLElement, { name, relations, types }: EntityArchive): () => void {
  const weight = new Map<string, number>([[name, Number.POSITIVE_INFINITY]])
  const around = new Set([
    name,
    ...relations.flatMap(({ from, to }) => (from === name ? [to] : to === name ? [from] : [])),
  ])
  for (const { from, to, facts } of relations) {
    // Further away than two steps it is another story.
    if (!around.has(from) && !around.has(to)) continue
    const near = from === name || to === name ? 1000 : 1
    for (const one of [from, to]) weight.set(one, (weight.get(one) ?? 0) + near * facts.length)
  }
  const names = [...weight]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_NODES)
    .map(([one]) => one)
  const place = new Map(names.map((one, i) => [one, i]))
  const kept = relations.filter(({ from, to }) => place.has(from) && place.has(to))
  const points = layOut(
    names.length,
    kept.map(({ from, to }) => [place.get(from)!, place.get(to)!] as const),
  )
  const graph = new Graph({ multi: true })
  const ink = getComputedStyle(node).color
  names.forEach((one, i) => {
    const degree = kept.filter(({ from, to }) => from === one || to === one).length
    graph.addNode(one, {
      // The frame is wider than high, and names are wide.
      x: points[i]!.x * 1.6,
      y: points[i]!.y,
      label: one,
      size: one === name ? 14 : 5 + Math.min(6, degree),
      color: HUES[types[one] ?? ''] ?? '#888888',
    })
  })
  for (const { from, to, type, facts } of kept) {
    graph.addDirectedEdge(from, to, { label: type, size: 1 + Math.min(3, facts.length), color: '#9aa5b1' })
  }
  try {
    const sigma = new Sigma(graph, node, {
      renderEdgeLabels: names.length <= 6,
      defaultEdgeType: 'arrow',
      labelColor: { color: ink },
      edgeLabelColor: { color: ink },
      labelFont: 'system-ui, sans-serif',
      labelSize: 13,
      edgeLabelSize: 10,
      labelRenderedSizeThreshold: 0,
      labelGridCellSize: 60,
      labelDensity: 3,
      zIndex: false,
      defaultDrawNodeLabel: labelBelow,
    })
    // Without a margin the names of the outermost are cut off.
    sigma.getCamera().setState({ ratio: 1.25 })
    sigma.on('clickNode', ({ node: clicked }) => {
      location.hash = archiveHref(clicked)
    })
    return () => sigma.kill()
  } catch {
    node.hidden = true
    return () => undefined
  }
}

/** A name below its node, on a halo: beside it, it would run over the neighbours. */
function labelBelow(
  context: CanvasRenderingContext2D,
  { x, y, size, label }: { x: number; y: number; size: number; label?: string | null },
  { labelColor, labelFont, labelSize }: { labelColor: { color?: string }; labelFont: string; labelSize: number },
): void {
  if (!label) return
  const shown = label.length > 28 ? `${label.slice(0, 27)}…` : label
  context.font = `${labelSize}px ${labelFont}`
  context.textAlign = 'center'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = getComputedStyle(document.body).backgroundColor
  context.strokeText(shown, x, y + size + labelSize)
  context.fillStyle = labelColor.color ?? '#000'
  context.fillText(shown, x, y + size + labelSize)
}

export interface Point {
  x: number
  y: number
}

const ROUNDS = 300

/**
 * Places nodes so that what belongs together lies together: Fruchterman and Reingold (1991), from a circle, so that the
 * same graph always looks the same. `links` are pairs of indices; node 0 stays in the middle.
 */
export function layOut(count: number, links: readonly (readonly [number, number])[]): Point[] {
  const points = Array.from({ length: count }, (_, i): Point => {
    const angle = 2.4 * i
    const radius = i === 0 ? 0 : 0.4 + 0.6 * Math.sqrt(i / count)
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
  })
  const ideal = 1.6 / Math.sqrt(Math.max(1, count))
  for (let round = 0; round < ROUNDS; round++) {
    const heat = 0.12 * (1 - round / ROUNDS)
    const pushes = points.map((): Point => ({ x: 0, y: 0 }))
    const add = (a: number, b: number, force: (distance: number) => number): void => {
      const dx = points[a]!.x - points[b]!.x
      const dy = points[a]!.y - points[b]!.y
      const distance = Math.max(0.01, Math.hypot(dx, dy))
      const part = force(distance) / distance
      pushes[a]!.x += dx * part
      pushes[a]!.y += dy * part
      pushes[b]!.x -= dx * part
      pushes[b]!.y -= dy * part
    }
    for (let a = 0; a < count; a++) for (let b = 0; b < a; b++) add(a, b, (distance) => (ideal * ideal) / distance)
    for (const [a, b] of links) add(a, b, (distance) => -(distance * distance) / ideal)
    for (let i = 1; i < count; i++) {
      // A pull to the middle, so that what hangs on little does not drift away.
      const x = pushes[i]!.x - 0.35 * points[i]!.x
      const y = pushes[i]!.y - 0.35 * points[i]!.y
      const length = Math.max(0.001, Math.hypot(x, y))
      points[i]!.x += (x / length) * Math.min(length, heat)
      points[i]!.y += (y / length) * Math.min(length, heat)
    }
  }
  return points
}

/**
 * Holds figures to their floors (`min`) and ceilings (`max`). With `raise`, a floor that is passed rises to the figure
 * (never the other way), cut to three decimals so that it can be met again.
 */
export function heldTo(figures, floors, raise) {
  return Object.entries(figures).map(([name, figure]) => {
    const floor = floors[name]
    if (raise && floor?.min !== undefined) floor.min = Math.max(floor.min, Math.floor(figure * 1000) / 1000)
    if (raise && floor?.max !== undefined) floor.max = Math.min(floor.max, Math.ceil(figure * 1000) / 1000)
    const low = floor?.min !== undefined && !(figure >= floor.min)
    const high = floor?.max !== undefined && !(figure <= floor.max)
    const text = [
      floor?.min !== undefined && `at least ${floor.min}`,
      floor?.max !== undefined && `at most ${floor.max}`,
    ]
    return { name, figure, ok: !low && !high, text: text.filter(Boolean).join(', ') }
  })
}

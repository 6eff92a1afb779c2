import type { Stats } from '../kb/stats.ts'

const STYLE = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse}td,th{padding:.15rem .6rem;text-align:left;white-space:nowrap}
td.n{text-align:right;font-variant-numeric:tabular-nums}svg{display:block;max-width:100%}svg text{font:12px system-ui,sans-serif;fill:currentColor}
rect{fill:#0072b2}rect.second{fill:#56b4e9}.scroll{overflow-x:auto}`

const BAR = 18
const LABEL = 260
const WIDE = 620

/** What is in a store as one page, without scripts: bars and columns are SVG, and every figure stands in text too. */
export function statsPage({ totals, entities, factTypes, months, byMonth }: Stats): string {
  const totalRows = Object.entries(totals).map(
    ([name, n]) => `<tr><th>${escaped(name)}</th><td class="n">${grouped(n)}</td></tr>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>What is in the store</title><style>${STYLE}</style></head><body>
<h1>What is in the store</h1>
<table>${totalRows.join('')}</table>
<h2>Most named, by articles</h2>
${bars(entities.map(({ name, type, articles }) => ({ label: `${name} (${type})`, value: articles })))}
<h2>Facts by type</h2>
<p>Dark: asserted; light: all, also planned, expected and denied.</p>
${bars(factTypes.map(({ type, facts, asserted }) => ({ label: type, value: asserted, second: facts })))}
<h2>Facts by month of publication</h2>
${months.length === 0 ? '<p>No article tells its day.</p>' : columns(months.map(({ month, facts }) => ({ label: month, value: facts })))}
${months.length === 0 ? '' : monthTable(months, byMonth)}
</body></html>
`
}

function bars(rows: { label: string; value: number; second?: number }[]): string {
  if (rows.length === 0) return '<p>None.</p>'
  const most = Math.max(...rows.map(({ value, second }) => second ?? value), 1)
  const length = (value: number): number => Math.max(1, Math.round((value / most) * WIDE))
  const drawn = rows.map(({ label, value, second }, i) => {
    const y = i * (BAR + 4)
    const all =
      second === undefined
        ? ''
        : `<rect class="second" x="${LABEL}" y="${y}" width="${length(second)}" height="${BAR}"/>`
    const end = LABEL + length(second ?? value) + 6
    const words = second === undefined ? grouped(value) : `${grouped(value)} of ${grouped(second)}`
    return `<text x="${LABEL - 8}" y="${y + 14}" text-anchor="end">${escaped(cut(label))}</text>${all}<rect x="${LABEL}" y="${y}" width="${length(value)}" height="${BAR}"/><text x="${end}" y="${y + 14}">${words}</text>`
  })
  return `<svg role="img" viewBox="0 0 ${LABEL + WIDE + 160} ${rows.length * (BAR + 4)}">${drawn.join('')}</svg>`
}

function columns(rows: { label: string; value: number }[]): string {
  const most = Math.max(...rows.map(({ value }) => value), 1)
  const step = Math.max(3, Math.min(60, Math.floor(1000 / rows.length)))
  // As many labels as have room.
  const every = Math.ceil(60 / step)
  const drawn = rows.map(({ label, value }, i) => {
    const height = Math.round((value / most) * 160)
    const text = i % every === 0 ? `<text x="${i * step}" y="184">${escaped(label)}</text>` : ''
    return `<rect x="${i * step}" y="${165 - height}" width="${Math.max(1, step - 2)}" height="${height}"><title>${escaped(label)}: ${grouped(value)}</title></rect>${text}`
  })
  return `<svg role="img" viewBox="0 0 ${rows.length * step + 60} 190">${drawn.join('')}</svg>`
}

function monthTable(months: Stats['months'], byMonth: Stats['byMonth']): string {
  const head = months.map(({ month }) => element('th', escaped(month))).join('')
  const rows = byMonth.map(({ type, facts }) => {
    const cells = facts.map((n) => element('td class="n"', n === 0 ? '' : grouped(n)))
    return element('tr', element('th', escaped(type)) + cells.join(''))
  })
  return element('div class="scroll"', element('table', element('tr', element('th', '') + head) + rows.join('')))
}

const element = (tag: string, content: string): string => `<${tag}>${content}</${tag.split(' ', 1)[0]}>`

const cut = (text: string): string => (text.length > 36 ? `${text.slice(0, 35)}…` : text)

const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

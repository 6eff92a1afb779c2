import type { Corrected } from './correct.ts'
import type { Correction } from './correction.ts'

interface Entry {
  name: string
  type: string
  subtype: string
  articles: number
}

/**
 * Names that reviewers have put right or added, as a lexicon: entities of decisions in force, under the type they now
 * have, with every name they go by. Those that no reviewer touched are the pipeline's own knowledge and stay out.
 */
export function lexiconOf(articles: readonly { corrected: Corrected; corrections: readonly Correction[] }[]): string {
  const entries = new Map<string, Entry>()
  for (const { corrected, corrections } of articles) {
    const touched = touchedEntities(corrected, corrections)
    for (const { id, name, aliases, type, subtype = '' } of corrected.sheet.entities) {
      if (!touched.has(id)) continue
      for (const one of [name, ...aliases]) {
        const key = [one, type, subtype].join('\t')
        const entry = entries.get(key) ?? { name: one, type, subtype, articles: 0 }
        entry.articles++
        entries.set(key, entry)
      }
    }
  }
  const rows = [...entries.values()]
    .filter(({ name }) => !/[\t\r\n]/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.type < b.type ? -1 : 1))
    .map(({ name, type, subtype, articles }) => [name, type, subtype, articles, 'review'].join('\t'))
  return `# Names as corrected by reviewers; licence: that of the reviewed articles' owner\nname\ttype\tsubtype\tarticles\tsource\n${rows.map((row) => `${row}\n`).join('')}`
}

function touchedEntities({ inForce }: Corrected, corrections: readonly Correction[]): Set<string> {
  const active = new Set(inForce)
  const touched = new Set<string>()
  for (const { id, decision } of corrections) {
    if (!active.has(id)) continue
    if (decision.what === 'add-entity' || decision.what === 'split') touched.add(`E-${id.slice(0, 8)}`)
    if (decision.what === 'edit-entity' || decision.what === 'split') touched.add(decision.entity)
    if (decision.what === 'merge') touched.add(decision.entities[0]!)
  }
  return touched
}

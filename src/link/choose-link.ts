import type { Entity, Link } from '../doc/entity.ts'
import type { Known } from './kb-file.ts'

/** A rival this many times smaller is no rival. */
const DOMINANCE = 4
/** Towns that nobody told the size of are taken for this many people. */
const UNTOLD = 20_000
/** A place with fewer people must be told by its country. */
const LARGE = 100_000

/** The codes of the countries that an article speaks of, by its entities' names. */
export type Spoken = ReadonlySet<string>

/** What an entity is, of what goes by its names; nothing when unsure. Several ids of one thing are several links. */
export function chooseLinks(entity: Entity, known: readonly Known[], spoken: Spoken): Link[] {
  const fitting = known.filter(({ type }) => type === entity.type)
  const links: Link[] = []
  for (const kb of new Set(fitting.map((one) => one.kb))) {
    const chosen = chooseOne(
      entity,
      fitting.filter((one) => one.kb === kb),
      spoken,
    )
    if (chosen) links.push({ kb, id: chosen.known.id, confidence: chosen.confidence })
  }
  return links
}

interface Chosen {
  known: Known
  confidence: number
}

function chooseOne(entity: Entity, rivals: readonly Known[], spoken: Spoken): Chosen | undefined {
  if (rivals.length === 0) return undefined
  if (entity.type !== 'place') return rivals.length === 1 ? { known: rivals[0]!, confidence: 0.9 } : undefined
  const countries = rivals.filter(({ subtype }) => subtype === 'country')
  if (countries.length === 1 && (entity.subtype === undefined || entity.subtype === 'country'))
    return { known: countries[0]!, confidence: 0.97 }
  const weighted = rivals
    .filter(({ subtype }) => entity.subtype === undefined || agrees(entity.subtype, subtype))
    .map((known) => ({ known, weight: weightOf(known, spoken) }))
    .sort((a, b) => b.weight - a.weight || (a.known.id < b.known.id ? -1 : 1))
  const [best, ...others] = weighted
  if (!best || best.weight < LARGE) return undefined
  const next = others.find(({ known }) => known.id !== best.known.id && !sameThere(best.known, known))
  if (next && best.weight < next.weight * DOMINANCE) return undefined
  return { known: best.known, confidence: next ? 0.85 : 0.9 }
}

/** A city and the province around it are often meant by one name; the city is the answer, for more people live in one. */
const sameThere = (a: Known, b: Known): boolean => a.country === b.country && a.subtype !== b.subtype

function weightOf({ country, weight, subtype }: Known, spoken: Spoken): number {
  const people = weight > 0 ? weight : UNTOLD
  const here = spoken.has(country) ? 6 : 1
  return people * here * (subtype === 'city' ? 2 : 1)
}

/** Kinds of places that one name is called by turns. */
function agrees(told: string, subtype: string | undefined): boolean {
  if (subtype === undefined || told === subtype) return true
  const areas = new Set(['province', 'state', 'region', 'city'])
  return areas.has(told) && areas.has(subtype)
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text with its names, as the data sets give it. */
export interface NamedText {
  id: string
  text: string
  entities: readonly { start: number; end: number; type: string }[]
}

export function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

/** What stands on both sides of each property of KnowledgeNet, where it is a name. */
const SIDES: Readonly<Record<string, readonly [subject: string, object?: string]>> = {
  CEO: ['ORGANIZATION', 'PERSON'],
  CHILD_OF: ['PERSON', 'PERSON'],
  DATE_FOUNDED: ['ORGANIZATION'],
  DATE_OF_BIRTH: ['PERSON'],
  DATE_OF_DEATH: ['PERSON'],
  EDUCATED_AT: ['PERSON', 'ORGANIZATION'],
  EMPLOYEE_OR_MEMBER_OF: ['PERSON', 'ORGANIZATION'],
  FOUNDED_BY: ['ORGANIZATION', 'PERSON'],
  HEADQUARTERS: ['ORGANIZATION', 'PLACE'],
  NATIONALITY: ['PERSON'],
  PLACE_OF_BIRTH: ['PERSON', 'PLACE'],
  PLACE_OF_RESIDENCE: ['PERSON', 'PLACE'],
  POLITICAL_AFFILIATION: ['PERSON', 'ORGANIZATION'],
  SPOUSE: ['PERSON', 'PERSON'],
  SUBSIDIARY_OF: ['ORGANIZATION', 'ORGANIZATION'],
}
const PRONOUN = /^(?:I|He|She|It|They|We|You|His|Her|Its|Their|My|Our|Who|This|That|The|A|An|Mr|Mrs|Ms|Dr)\b/

interface Passage {
  id: string
  text: string
  facts: readonly { property: string; subject: [number, number]; object: [number, number] }[]
}

/** Passages of KnowledgeNet that name somebody, with the names their facts are about. */
export function readFacts(folder: string): NamedText[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
  const passages = files.sort().flatMap((file) => readLines<Passage>(join(folder, file)))
  return passages
    .map(({ id, text, facts }) => {
      const entities = new Map<string, NamedText['entities'][number]>()
      for (const { property, subject, object } of facts) {
        const sides = SIDES[property] ?? []
        for (const [[start, end], type] of [[subject, sides[0]] as const, [object, sides[1]] as const]) {
          const name = text.slice(start, end)
          const words = name.split(/\s+/)
          const isName = /^\p{Lu}/u.test(name) && /^[\p{Lu}\d]/u.test(words.at(-1)!) && !PRONOUN.test(name)
          if (type !== undefined && isName && words.length < 8) entities.set(`${start} ${end}`, { start, end, type })
        }
      }
      return { id, text, entities: [...entities.values()] }
    })
    .filter(({ entities }) => entities.length > 0)
}

/** The genres of GUM whose texts are CC BY or CC BY-SA. */
const FREE_GENRES = new Set(['academic', 'bio', 'court', 'interview', 'speech', 'voyage'])
const CLUSTER_TYPES: ReadonlySet<string> = new Set(['person', 'organization', 'place'])
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Lord|Lady|Dame|Madam|Your|Vice|Prime|Major|General|Captain|President|Secretary|Senator|Governor|Mayor|Judge|Justice|Chief|King|Queen|Emperor|Pope|Saint|Speaker|Shah|Sheikh)\b/
/** Many people, not one. */
const PEOPLE = /^\p{L}+(?:ans|ais|ings)$/u
/** Words with capitals, and small words between them. */
const ALL_NAME =
  /^[\p{Lu}\d][\p{L}\p{M}\d.'’-]*(?: (?:(?:of|the|and|de|da|del|la|le|van|von|for) )*[\p{Lu}\d&][\p{L}\p{M}\d.'’-]*)*$/u

interface ClusteredText {
  id: string
  genre: string
  text: string
  clusters: readonly {
    type: string
    wiki?: string | null
    mentions: readonly [start: number, end: number, text: string][]
  }[]
}

/** Free texts of GUM, with the names of what Wikipedia knows. */
export function readClusters(folder: string): NamedText[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
  const texts = files.sort().flatMap((file) => readLines<ClusteredText>(join(folder, file)))
  return texts
    .filter(({ genre }) => FREE_GENRES.has(genre))
    .map(({ id, text, clusters }) => {
      const entities: NamedText['entities'][number][] = []
      for (const { type, wiki, mentions } of clusters) {
        if (!wiki || !CLUSTER_TYPES.has(type)) continue
        for (const [from, end] of mentions) {
          const article = /^the /i.exec(text.slice(from, end))?.[0].length ?? 0
          const start = from + article
          const name = text.slice(start, end).replace(/['’]s?$/, '')
          if (!ALL_NAME.test(name) || PRONOUN.test(name) || TITLE.test(name) || PEOPLE.test(name)) continue
          entities.push({ start, end: start + name.length, type: type.toUpperCase() })
        }
      }
      return { id, text, entities }
    })
}

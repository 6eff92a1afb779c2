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

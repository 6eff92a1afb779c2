import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../doc/article.ts'
import type { FactTypeName } from '../doc/fact-types.ts'
import { article, clauses, entities, parse, sentences, tags, tokens, values } from '../doc/layers.ts'
import type { Proposal } from '../fact/fact-rule.ts'
import type { Lexicons } from '../fact/lexicons.ts'
import { type Pair, pairsIn } from '../fact/pairs.ts'
import type { Party } from '../fact/parties.ts'
import { RelationFeatures } from '../fact/relation-features.ts'
import type { Relation } from '../fact/relations.ts'
import { FACT_RULES } from '../fact/rules.ts'
import { Stated } from '../fact/stated.ts'
import { View } from '../fact/view.ts'
import type { Clusters } from '../parse/clusters.ts'
import type { Annotate } from '../stage/compose.ts'
import { asArticle, readNamedTexts } from './name-data.ts'

/** Properties of KnowledgeNet, as relations are called here. */
const PROPERTIES: Readonly<Record<string, string>> = {
  DATE_OF_BIRTH: 'born',
  DATE_OF_DEATH: 'died',
  PLACE_OF_BIRTH: 'born-in',
  PLACE_OF_RESIDENCE: 'lives-in',
  NATIONALITY: 'nationality',
  EDUCATED_AT: 'studied-at',
  EMPLOYEE_OR_MEMBER_OF: 'belongs-to',
  POLITICAL_AFFILIATION: 'of-party',
  SPOUSE: 'spouse',
  CHILD_OF: 'child-of',
  DATE_FOUNDED: 'founded',
  FOUNDED_BY: 'founded-by',
  CEO: 'led-by',
  HEADQUARTERS: 'based-in',
  SUBSIDIARY_OF: 'unit-of',
}

type Offsets = [start: number, end: number]

interface Passage {
  id: string
  text: string
  /** The properties that were annotated; of others the passage says nothing. */
  properties: readonly string[]
  facts: readonly { property: string; subject: Offsets; object: Offsets }[]
}

/** One relation that may or may not hold of a pair. */
export interface Example {
  relation: string
  features: Int32Array
  holds: boolean
  /** Examples of one passage, relation and pair of things share it: they state one fact. */
  fact: string
}

/** What the pairs of some texts teach. */
export interface Fold {
  examples: Example[]
  /** How many facts of each relation the annotation has, found among the pairs or not. */
  facts: ReadonlyMap<string, number>
}

/** Reads texts into examples: by the pipeline up to the layers that facts need, then pair by pair. */
export class ExampleReader {
  readonly #annotate: Annotate
  readonly #lexicons: Lexicons
  readonly #clusters: Clusters

  constructor(annotate: Annotate, lexicons: Lexicons, clusters: Clusters) {
    this.#annotate = annotate
    this.#lexicons = lexicons
    this.#clusters = clusters
  }

  /** One fold of KnowledgeNet. */
  passages(data: string, fold: number): Fold {
    const file = join(data, 'relations/knowledgenet', `fold${fold}.jsonl`)
    const passages = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Passage)
    const examples: Example[] = []
    const facts = new Map<string, number>()
    for (const passage of passages) {
      const view = this.#read(asArticle(passage))
      const asked = new Set(passage.properties.map((property) => PROPERTIES[property]!))
      const gold = passage.facts.map(({ property, ...sides }) => ({ relation: PROPERTIES[property]!, ...sides }))
      for (const { relation } of gold) facts.set(relation, (facts.get(relation) ?? 0) + 1)
      this.#pairs(
        view,
        passage.id,
        ({ subject, object }, { name, mutual }) => {
          if (!asked.has(name)) return undefined
          const states = (a: Party, b: Party): boolean =>
            gold.some((fact) => fact.relation === name && means(view, a, fact.subject) && means(view, b, fact.object))
          return states(subject, object) || (mutual === true && states(object, subject))
        },
        examples,
      )
    }
    return { examples, facts }
  }

  /**
   * News without annotation: whom a rule joins is left out, and of others hardly any stands in a relation, so they teach
   * what is said of people and organizations besides.
   */
  news(data: string): Fold[] {
    const halves: Fold[] = [
      { examples: [], facts: new Map() },
      { examples: [], facts: new Map() },
    ]
    readNamedTexts(join(data, 'names/worldwide.train.jsonl')).forEach((text, index) => {
      const view = this.#read(asArticle(text))
      const proposals: Proposal[] = []
      for (const rule of FACT_RULES) proposals.push(...rule.find(view, proposals))
      const stated = new Stated(proposals)
      this.#pairs(
        view,
        text.id,
        ({ subject, object }) => (stated.joins(subject.filler, object.filler, ...JOINING) ? undefined : false),
        halves[index % 2]!.examples,
      )
    })
    return halves
  }

  #read(text: Article): View {
    const document = this.#annotate(text)
    return new View(
      {
        article: document.get(article),
        tokens: document.get(tokens),
        sentences: document.get(sentences),
        tags: document.get(tags),
        entities: document.get(entities),
        values: document.get(values),
        clauses: document.get(clauses),
        parse: document.get(parse),
      },
      this.#lexicons,
    )
  }

  /** An example for every pair and relation of which `holds` knows whether it holds. */
  #pairs(
    view: View,
    id: string,
    holds: (pair: Pair, relation: Relation) => boolean | undefined,
    into: Example[],
  ): void {
    const features = new RelationFeatures(view, this.#clusters)
    for (const sentence of view.sentences) {
      for (const pair of pairsIn(view, sentence)) {
        const { subject, object, between, relations } = pair
        const known = relations.flatMap((relation) => {
          const answer = holds(pair, relation)
          return answer === undefined ? [] : [{ relation: relation.name, holds: answer }]
        })
        if (known.length === 0) continue
        const seen = features.of(subject, object, between).slice()
        for (const one of known)
          into.push({ ...one, features: seen, fact: `${id} ${one.relation} ${subject.id} ${object.id}` })
      }
    }
  }
}

/** Fact types that say how two are related. */
const JOINING: readonly FactTypeName[] = [
  'role.holds',
  'org.owned_by',
  'org.unit_of',
  'org.founded',
  'org.based_in',
  'org.member_of',
  'person.born',
  'person.died',
  'person.citizen_of',
  'person.family',
  'person.educated_at',
  'person.lives_in',
  'event.personnel',
]

/** Does a party stand where the annotation does, or is it a noun for something named there? */
function means(view: View, { filler, form, from, to }: Party, [start, end]: Offsets): boolean {
  const span = view.span(from, to)
  if (span.start < end && start < span.end) return true
  if (form !== 'nominal' || !('entity' in filler)) return false
  return filler.entity.mentions.some((mention) => mention.start < end && start < mention.end)
}

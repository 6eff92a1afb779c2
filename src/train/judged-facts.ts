import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Article } from '../doc/article.ts'
import type { Document } from '../doc/document.ts'
import type { Fact } from '../doc/fact.ts'
import * as layers from '../doc/layers.ts'
import { assemble, inOrder, type Qualified } from '../fact/assemble.ts'
import { traitsOf } from '../fact/confidence.ts'
import { type Lexicons, loadLexicons } from '../fact/lexicons.ts'
import { propose } from '../fact/propose.ts'
import { type Learning, readRelationModel } from '../fact/relation-model.ts'
import { View } from '../fact/view.ts'
import { Clusters } from '../parse/clusters.ts'
import { composePipeline, PIPELINES } from '../pipeline/load.ts'
import { readArticles } from '../read/files.ts'
import { makeSheet } from '../sheet/sheet.ts'
import type { Annotate } from '../stage/compose.ts'
import { Resources } from '../stage/resources.ts'
import { asArticle } from './name-data.ts'

export type Trait = readonly [kind: string, name: string, amount: number]

/** A proposal with what it is judged by, and whether the annotation has it. */
export interface JudgedFact {
  /** The article or passage it is from. */
  text: string
  proposal: Qualified
  traits: readonly Trait[]
  right: boolean
}

/** The scorer of fact sheets, of the data folder. */
interface SheetScorer {
  scoreArticle(gold: unknown, sheet: unknown): { spurious: { index: number; duplicateOf: string | null }[] }
}

interface Triple {
  property: string
  subject: [start: number, end: number]
  object: [start: number, end: number]
}

/** The scorer's reading of facts as properties of KnowledgeNet. */
interface FactsAsTriples {
  convert(passage: unknown, layers: unknown): { facts: Triple[] }
}

interface Passage {
  id: string
  text: string
  properties: readonly string[]
  facts: readonly Triple[]
}

const NO_PROVENANCE = { pipeline: '', version: '', hash: '', models: [] }

/** Reads texts up to the rules' proposals, and has them judged by the scorers of a data folder. */
export class FactJudge {
  readonly #annotate: Annotate
  readonly #lexicons: Lexicons
  readonly #learning: Learning
  readonly #folder: string

  constructor(annotate: Annotate, lexicons: Lexicons, learning: Learning, folder: string) {
    this.#annotate = annotate
    this.#lexicons = lexicons
    this.#learning = learning
    this.#folder = folder
  }

  /** `folder` holds `gold/`, `bench/` and `data/`. */
  static async open(folder: string): Promise<FactJudge> {
    const { annotate } = await composePipeline('news', {
      until: new Set([layers.clauses, layers.entities, layers.values].map(({ name }) => name)),
    })
    const resources = new Resources(PIPELINES)
    const { card, weights } = resources.model('relations-en')
    const learning = {
      model: readRelationModel(card, weights),
      clusters: Clusters.read(resources.model('words-en').weights),
    }
    return new FactJudge(annotate, loadLexicons(resources), learning, folder)
  }

  /**
   * The facts of the annotated articles. What matches optional gold, or says again what another fact says, is right: an
   * annotator would let it stand.
   */
  async articles(): Promise<JudgedFact[]> {
    const gold = join(this.#folder, 'gold/dev')
    const { scoreArticle } = await this.#scorer<SheetScorer>('score-article.mjs')
    const found: JudgedFact[] = []
    const files = readdirSync(gold).filter((name) => name.endsWith('.txt'))
    for (const file of files.sort()) {
      for await (const article of readArticles(join(gold, file))) {
        const { document, facts, proposals, view } = this.#read(article)
        const sheet = makeSheet(document.with([[layers.facts.name, facts]]), NO_PROVENANCE)
        const annotation: unknown = JSON.parse(readFileSync(join(gold, `${article.id}.gold.json`), 'utf8'))
        const { spurious } = scoreArticle(annotation, sheet)
        const wrong = new Set(spurious.filter(({ duplicateOf }) => duplicateOf === null).map(({ index }) => index))
        proposals.forEach((proposal, i) => {
          found.push(judged(article.id, view, proposal, !wrong.has(i)))
        })
      }
    }
    return found
  }

  /** The facts of a fold of KnowledgeNet that its properties tell about. */
  async passages(fold: number): Promise<JudgedFact[]> {
    const { convert } = await this.#scorer<FactsAsTriples>('sets/from-facts.mjs')
    const file = join(this.#folder, 'data/relations/knowledgenet', `fold${fold}.jsonl`)
    const found: JudgedFact[] = []
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line.trim() === '') continue
      const passage = JSON.parse(line) as Passage
      const { document, facts, proposals, view } = this.#read(asArticle(passage))
      const [entities, values] = [document.get(layers.entities), document.get(layers.values)]
      facts.forEach((fact, i) => {
        const told = convert(passage, { entities, values, facts: [fact] }).facts.filter(({ property }) =>
          passage.properties.includes(property),
        )
        if (told.length === 0) return
        const right = told.some((one) => passage.facts.some((known) => agree(one, known)))
        found.push(judged(passage.id, view, proposals[i]!, right))
      })
    }
    return found
  }

  async #scorer<T>(file: string): Promise<T> {
    return (await import(pathToFileURL(join(this.#folder, 'bench', file)).href)) as T
  }

  /** Proposals in the order of the facts they become. */
  #read(article: Article): { document: Document; view: View; proposals: Qualified[]; facts: Fact[] } {
    const document = this.#annotate(article)
    const [entities, values] = [document.get(layers.entities), document.get(layers.values)]
    const view = new View(
      {
        article,
        tokens: document.get(layers.tokens),
        sentences: document.get(layers.sentences),
        tags: document.get(layers.tags),
        entities,
        values,
        clauses: document.get(layers.clauses),
        parse: document.get(layers.parse),
      },
      this.#lexicons,
      this.#learning,
    )
    const proposals = inOrder(propose(view))
    return { document, view, proposals, facts: assemble(article.text, proposals, entities, values) }
  }
}

function judged(text: string, view: View, proposal: Qualified, right: boolean): JudgedFact {
  const traits: Trait[] = []
  traitsOf(view, proposal, (...trait) => traits.push(trait))
  return { text, proposal, traits, right }
}

const overlap = ([a, b]: Triple['subject'], [c, d]: Triple['subject']): boolean => a < d && c < b

const agree = (a: Triple, b: Triple): boolean =>
  a.property === b.property && overlap(a.subject, b.subject) && overlap(a.object, b.object)

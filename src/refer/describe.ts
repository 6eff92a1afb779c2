import type { Figure } from './figure.ts'
import type { Scene } from './scene.ts'

const MOST_BEFORE = 6

/**
 * A name in front of one of these is the organization's own: *the Green Basket chain*; of *maker* or *supplier* it would be
 * that of a product.
 */
const NAMED_ALONE = new Set(['chain', 'airline', 'bank', 'brewery', 'charity', 'club', 'firm', 'network', 'startup'])

/** Notes what the text calls each figure by: appositives, predicates, the nouns that stand before or behind its name. */
export function describeFigures(scene: Scene): void {
  for (const figure of scene.figures) {
    for (const reference of figure.references) {
      if (reference.kind !== 'name') continue
      const head = scene.headOf(reference)
      describeBySurroundings(scene, figure, head, reference.from, reference.to)
    }
    for (const word of figure.words) if (canBe(scene, figure, word)) figure.nouns.add(word)
  }
  for (const clause of scene.clauses) {
    if (clause.kind !== 'copula' || !clause.predicate || clause.polarity === 'negative') continue
    for (const subject of clause.subjects) {
      const figure = scene.figures[scene.figureOf[subject.head]!]
      if (figure && scene.tree.upos(clause.head) === 'NOUN') call(scene, figure, clause.head)
    }
  }
}

function describeBySurroundings(scene: Scene, figure: Figure, head: number, from: number, to: number): void {
  const { tree } = scene
  // Lind, the opposition leader | the opposition leader, Lind
  for (const { head: noun } of tree.appositives(head)) if (scene.figureOf[noun] === -1) call(scene, figure, noun)
  const above = tree.head[head]!
  if (tree.is(head, 'appos') && above >= 0 && scene.figureOf[above] === -1) call(scene, figure, above)
  // internet giant Globex | Prime Minister Lind: nouns right before the name
  let at = from - 1
  for (let steps = 0; steps < MOST_BEFORE; steps++, at--) {
    if (at < 0 || scene.figureOf[at] !== -1 || tree.tokens.paragraph[at] !== tree.tokens.paragraph[from]) break
    const tag = tree.upos(at)
    if (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'ADJ') break
    const noun = scene.noun(at).replace(/\.$/, '')
    if (tag !== 'ADJ' && (figure.type === 'person' || (steps === 0 && canBe(scene, figure, noun))))
      figure.nouns.add(noun)
    figure.modifiers.add(tree.lower(at))
  }
  // the Green Basket supermarket chain
  if (figure.type !== 'person' && above >= to && tree.is(head, 'compound') && scene.figureOf[above] === -1) {
    const noun = scene.noun(above)
    if (figure.type === 'product' && NAMED_ALONE.has(noun)) figure.type = 'organization'
    if (canBe(scene, figure, noun)) call(scene, figure, above)
  }
}

const canBe = ({ knowledge }: Scene, figure: Figure, noun: string): boolean =>
  knowledge.nominals.get(noun)?.some(({ type }) => type === figure.type) ?? false

function call(scene: Scene, figure: Figure, noun: number): void {
  const { tree } = scene
  if (tree.upos(noun) !== 'NOUN' && tree.upos(noun) !== 'PROPN') return
  const word = tree.lemma(noun).toLowerCase()
  const isUnknownPost =
    figure.type === 'person' && !scene.knowledge.nominals.has(word) && /(?:er|or|ist|man|ian)$/.test(word)
  if (!isUnknownPost && !canBe(scene, figure, word)) return
  figure.nouns.add(word)
  for (const child of tree.children(noun)) {
    if (child >= noun) continue
    if (tree.is(child, 'amod') || tree.is(child, 'compound')) figure.modifiers.add(tree.lower(child))
    if (tree.is(child, 'nmod:poss') && scene.figureOf[child] !== -1) figure.modifiers.add(tree.lower(child))
  }
}

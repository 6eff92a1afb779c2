import type { Sentence } from '../doc/tokens.ts'
import { ambiguityOf, type TagModel } from './tagger.ts'
import type { Words } from './words.ts'

const FINITE = /^(?:VBD|VBZ|VBP) /
const NOUN = /^NNS? NOUN$/
const SUBJECT = /^(?:NN|PRP )/
const DETERMINER = /^(?:PRP\$ PRON|DT DET)$/

/**
 * *The bank cut its rate*: where a sentence has no finite verb, a noun between a noun and a determiner that the
 * dictionary knows as one is it, as no noun phrase goes on like that. Writes into `chosen`.
 */
export function findVerbs(model: TagModel, words: Words, sentences: readonly Sentence[], chosen: Uint8Array): void {
  const { tags, dictionary } = model
  const finite = tags.map((tag) => FINITE.test(tag) || tag.startsWith('MD '))
  let known: Uint16Array | undefined
  for (const { from, to } of sentences) {
    if (chosen.subarray(from, to).some((tag) => finite[tag])) continue
    known ??= ambiguityOf(words, dictionary).ambiguity
    for (let i = from + 1; i + 1 < to; i++) {
      const [before, own, after] = [tags[chosen[i - 1]!]!, tags[chosen[i]!]!, tags[chosen[i + 1]!]!]
      if (known[i] === 0 || !NOUN.test(own) || !SUBJECT.test(before) || !DETERMINER.test(after)) continue
      const verb = dictionary.classes[known[i]!]!.tags.find((tag) => FINITE.test(tags[tag]!))
      if (verb === undefined) continue
      chosen[i] = verb
      break
    }
  }
}

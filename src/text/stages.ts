import paragraphs from './stages/paragraphs.ts'
import sentences from './stages/sentences.ts'
import tags from './stages/tags.ts'
import tokens from './stages/tokens.ts'

export const textStages = [paragraphs, tokens, sentences, tags]

import paragraphs from './stages/paragraphs.ts'
import tokens from './stages/tokens.ts'

export const textStages = [paragraphs, tokens]

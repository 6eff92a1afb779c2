import headedText from './formats/headed-text.ts'
import plainText from './formats/plain-text.ts'

/** Asked in this order: the one that takes any text is last. */
export const FORMATS = [headedText, plainText]

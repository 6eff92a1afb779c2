import feed from './formats/feed.ts'
import headedText from './formats/headed-text.ts'
import html from './formats/html.ts'
import json from './formats/json.ts'
import newsmlG2 from './formats/newsml-g2.ts'
import ninjs from './formats/ninjs.ts'
import nitf from './formats/nitf.ts'
import plainText from './formats/plain-text.ts'
import type { Format } from './reader.ts'

/** Asked in this order: those that take anything with their ending are last. */
export const FORMATS: readonly Format[] = [headedText, html, nitf, newsmlG2, feed, ninjs, json, plainText]

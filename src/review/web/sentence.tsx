import { useEffect, useState } from 'preact/hooks'
import type { FactSheet } from '../../doc/sheet.ts'
import type { GrammarToken } from '../server.ts'
import { getGrammar, getWhy } from './api.ts'

interface Props {
  sheet: FactSheet
  sentence: string
  what: 'why' | 'grammar'
  onClose(): void
}

/** Below the article: why a sentence was read as it was, or its grammar. */
export function SentencePanel({ sheet, sentence, what, onClose }: Props) {
  const [text, setText] = useState<string>()
  const [tokens, setTokens] = useState<GrammarToken[]>()
  const [failed, setFailed] = useState('')
  const id = sheet.article.id
  useEffect(() => {
    setText(undefined)
    setTokens(undefined)
    setFailed('')
    const fail = (error: Error): void => setFailed(error.message)
    if (what === 'why') getWhy(id, sentence).then(setText, fail)
    else getGrammar(id, sentence).then(setTokens, fail)
  }, [id, sentence, what])
  return (
    <section
      class="sentence"
      aria-label={what === 'why' ? `Why, sentence ${sentence}` : `Grammar of sentence ${sentence}`}
    >
      <header>
        <h2>{what === 'why' ? `Why: ${sentence}` : `Grammar: ${sentence}`}</h2>
        <button type="button" class="quiet" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      {failed !== '' && <p role="alert">{failed}</p>}
      {!text && !tokens && failed === '' && <p>Reading the sentence …</p>}
      {text !== undefined && <pre tabIndex={0}>{text}</pre>}
      {tokens && <Arcs tokens={tokens} text={sheet.article.text} />}
    </section>
  )
}

const CHAR = 8.2
const GAP = 14
const STEP = 20

/** Who depends on whom, as arcs over the words. */
function Arcs({ tokens, text }: { tokens: readonly GrammarToken[]; text: string }) {
  if (tokens.length === 0) return <p>This pipeline reads no grammar.</p>
  let x = GAP
  const words = tokens.map((token) => {
    const word = text.slice(token.start, token.end)
    const room = Math.max([...word].length, token.upos.length, 3) * CHAR
    const middle = x + room / 2
    x += room + GAP
    return { ...token, word, middle }
  })
  const heights = arcHeights(tokens)
  const top = Math.max(1, ...heights) * STEP + 22
  const said = words.map(({ word, head, deprel }) =>
    head < 0 ? `${word}: root` : `${word}: ${deprel} of ${words[head]!.word}`,
  )
  return (
    <div class="arcs" tabIndex={0}>
      <svg width={x} height={top + 44} role="img" aria-label={said.join('; ')}>
        <title>Dependencies</title>
        {words.map(({ middle, head, deprel, start }, i) => {
          if (head < 0) return <path key={start} class="root" d={`M${middle} 8V${top - 4}`} />
          const from = words[head]!.middle + (i < head ? -5 : 5)
          const height = top - heights[i]! * STEP - 4
          return (
            <g key={start}>
              <path d={`M${from} ${top - 4}C${from} ${height} ${middle} ${height} ${middle} ${top - 4}`} />
              <path class="tip" d={`M${middle - 3.5} ${top - 9}L${middle} ${top - 3}L${middle + 3.5} ${top - 9}z`} />
              <text class="rel" x={(from + middle) / 2} y={height + (top - height) * 0.25 - 3}>
                {deprel}
              </text>
            </g>
          )
        })}
        {words.map(({ word, middle, upos, start }) => (
          <g key={start}>
            <text class="word" x={middle} y={top + 14}>
              {word}
            </text>
            <text class="pos" x={middle} y={top + 32}>
              {upos}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

/** An arc lies above all that it spans. */
function arcHeights(tokens: readonly GrammarToken[]): number[] {
  const heights: number[] = new Array(tokens.length).fill(0)
  const byWidth = tokens
    .map(({ head }, i) => ({ i, from: Math.min(i, head), to: Math.max(i, head), head }))
    .filter(({ head }) => head >= 0)
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)
  const done: typeof byWidth = []
  for (const arc of byWidth) {
    const below = done.filter((one) => one.from >= arc.from && one.to <= arc.to).map(({ i }) => heights[i]!)
    heights[arc.i] = Math.max(0, ...below) + 1
    done.push(arc)
  }
  return heights
}

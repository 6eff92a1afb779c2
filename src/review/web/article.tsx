import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { FactSheet } from '../../doc/sheet.ts'
import type { Span } from '../../doc/span.ts'
import { type Mark, type Paragraph, paragraphsOf } from './marks.ts'
import { useLater } from './use-later.ts'
import { offsetAt, selectedSpan, TextMap } from './words-at.ts'

/** Words to light, by class: `lit` for evidence, `arg` for arguments, `found` for all of an entity. */
export type Lights = Readonly<Record<string, readonly Span[]>>

interface Props {
  sheet: FactSheet
  lights: Lights
  /** Is somebody choosing words for a form? */
  picking: boolean
  /** Scroll to the first lit words when this changes. */
  focusOn: string
  /** Scroll to these words. */
  show: Span | undefined
  onClick(offset: number): void
  onHover(offset: number | undefined): void
  onPicked(span: Span | undefined): void
  onSelect(span: Span | undefined): void
}

/** What a screen shows before anybody scrolls: the rest of a long article comes after the first paint. */
const FIRST = 25

/** The article with everything that stands in it underlined. Lighting words touches only their elements. */
export function Article(props: Props) {
  const { sheet, lights, picking, focusOn, show, onClick, onHover, onPicked, onSelect } = props
  const root = useRef<HTMLDivElement>(null)
  const map = useRef<TextMap>(null)
  const text = sheet.article.text
  const paragraphs = useMemo(() => paragraphsOf(sheet), [sheet])
  const whole = useLater()
  const shown = whole ? paragraphs.length : Math.min(FIRST, paragraphs.length)
  const body = useMemo(() => <Paragraphs text={text} paragraphs={paragraphs.slice(0, shown)} />, [paragraphs, shown])

  useLayoutEffect(() => {
    map.current = new TextMap(root.current!)
  }, [paragraphs, shown])

  useLayoutEffect(() => {
    const lit: [HTMLElement, string][] = []
    for (const [name, spans] of Object.entries(lights)) {
      for (const span of spans) {
        for (const element of map.current!.over(span)) {
          element.classList.add(name)
          lit.push([element, name])
        }
      }
    }
    return () => {
      for (const [element, name] of lit) element.classList.remove(name)
    }
  }, [lights, paragraphs, shown])

  useEffect(() => {
    const first = (lights.arg ?? []).concat(lights.lit ?? [], lights.found ?? []).sort((a, b) => a.start - b.start)[0]
    if (first) map.current!.over(first)[0]?.scrollIntoView({ block: 'nearest' })
  }, [focusOn, shown])

  useEffect(() => {
    if (show) map.current!.over(show)[0]?.scrollIntoView({ block: 'center' })
  }, [show])

  useLayoutEffect(() => {
    if (!picking) return
    const first = (lights.lit ?? lights.arg ?? [])[0]
    root.current!.focus()
    if (first) map.current!.select({ start: first.start, end: first.start })
  }, [picking])

  const keys = (event: KeyboardEvent): void => {
    if (MOVES[event.key] !== undefined) {
      const selection = getSelection()
      if (selection && !root.current!.contains(selection.anchorNode)) map.current!.select({ start: 0, end: 0 })
      const [direction, unit] = MOVES[event.key]!
      selection?.modify(
        event.shiftKey ? 'extend' : 'move',
        direction,
        event.altKey && unit === 'word' ? 'character' : unit,
      )
      event.preventDefault()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const span = selectedSpan(root.current!, text)
      const caret = getSelection()
      if (picking) onPicked(span)
      else if (caret?.focusNode) {
        const offset = offsetAt(caret.focusNode, caret.focusOffset)
        if (offset !== undefined) onClick(offset)
      }
    } else if (event.key === 'Escape' && picking) {
      event.stopPropagation()
      onPicked(undefined)
    }
  }

  const taken = (): void => {
    const span = selectedSpan(root.current!, text)
    onSelect(span)
    if (picking && span) onPicked(span)
  }

  return (
    <div
      ref={root}
      class={picking ? 'article picking' : 'article'}
      role="document"
      aria-label="Article text"
      lang={sheet.article.language}
      tabIndex={0}
      onKeyDown={keys}
      onKeyUp={() => onSelect(selectedSpan(root.current!, text))}
      onMouseUp={taken}
      onClick={(event) => {
        const at = (event.target as HTMLElement).closest<HTMLElement>('[data-s]')
        if (!picking && at && getSelection()?.isCollapsed !== false) onClick(Number(at.dataset.s))
      }}
      onPointerOver={(event) => {
        const at = (event.target as HTMLElement).closest<HTMLElement>('[data-s]')
        onHover(at ? Number(at.dataset.s) : undefined)
      }}
      onPointerLeave={() => onHover(undefined)}
    >
      {body}
    </div>
  )
}

const MOVES: Readonly<Record<string, ['forward' | 'backward', 'word' | 'line']>> = {
  ArrowRight: ['forward', 'word'],
  ArrowLeft: ['backward', 'word'],
  ArrowDown: ['forward', 'line'],
  ArrowUp: ['backward', 'line'],
}

function Paragraphs({ text, paragraphs }: { text: string; paragraphs: readonly Paragraph[] }) {
  return (
    <>
      {paragraphs.map(({ start, zone, segments }) => (
        <p key={start} class={zone} dir="auto">
          {segments.map((segment) => (
            <Stretch
              key={segment.start}
              start={segment.start}
              words={text.slice(segment.start, segment.end)}
              marks={segment.marks}
            />
          ))}
        </p>
      ))}
    </>
  )
}

/** One element a mark, so that each draws a line of its own. */
function Stretch({ start, words, marks }: { start: number; words: string; marks: readonly Mark[] }) {
  let inner: preact.ComponentChild = words
  for (let i = marks.length - 1; i > 0; i--) inner = <span class={classOf(marks[i]!)}>{inner}</span>
  return marks.length === 0 ? (
    <span data-s={start}>{inner}</span>
  ) : (
    <span data-s={start} class={classOf(marks[0]!)}>
      {inner}
    </span>
  )
}

const classOf = ({ css, lane }: Mark): string => `m ${css} l${lane}`

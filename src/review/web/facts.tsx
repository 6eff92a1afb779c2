import { useEffect, useRef } from 'preact/hooks'
import type { Fact } from '../../doc/fact.ts'
import type { FactSheet } from '../../doc/sheet.ts'
import { byFamily, reservations } from '../../sheet/words.ts'
import type { Judgement } from '../correct.ts'
import { argumentInWords, timeOf } from './look.ts'
import { useLater } from './use-later.ts'

export type FactOrder = 'kind' | 'text' | 'doubt'

interface Props {
  sheet: FactSheet
  facts: readonly Fact[]
  judgements: Readonly<Record<string, Judgement>>
  order: FactOrder
  selected: string | undefined
  /** Facts of the words under the pointer. */
  under: ReadonlySet<string>
  onOrder(order: FactOrder): void
  onSelect(id: string): void
  onHover(id: string | undefined): void
  onAct(act: 'accept' | 'reject' | 'edit' | 'why' | 'grammar'): void
}

export function grouped(facts: readonly Fact[], order: FactOrder): { title: string; facts: Fact[] }[] {
  if (order === 'kind') return byFamily(facts)
  const sorted = [...facts]
  if (order === 'doubt') sorted.sort((a, b) => a.confidence - b.confidence)
  return sorted.length === 0
    ? []
    : [{ title: order === 'doubt' ? 'Least sure first' : 'In the order of the text', facts: sorted }]
}

/** Of a group, before the first paint. */
const FIRST = 12

/** The facts as sentences for people, each with what keeps it from being plainly so. */
export function Facts(props: Props) {
  const { sheet, facts, judgements, order, selected, under, onOrder, onSelect, onHover } = props
  const whole = useLater()
  const judged = facts.filter(({ id }) => judgements[id]).length
  return (
    <section aria-label="Facts">
      <div class="tools">
        <label>
          <span class="hidden">Order of the facts</span>
          <select value={order} onInput={(event) => onOrder(event.currentTarget.value as FactOrder)}>
            <option value="kind">by kind</option>
            <option value="text">in text order</option>
            <option value="doubt">least sure first</option>
          </select>
        </label>
        <span class="dim">
          {judged} of {facts.length} judged
        </span>
        <progress max={Math.max(1, facts.length)} value={judged} aria-label="Judged facts" />
      </div>
      {facts.length === 0 && <p class="empty">No facts were found. Select words and press n to add one.</p>}
      {grouped(facts, order).map((group) => (
        <div key={group.title}>
          <h3>
            {group.title} <small>{group.facts.length}</small>
          </h3>
          <ul class="facts">
            {(whole ? group.facts : group.facts.slice(0, FIRST)).map((fact) => (
              <li
                key={fact.id}
                data-fact={fact.id}
                class={[
                  'fact',
                  judgements[fact.id]?.verdict ?? '',
                  fact.id === selected ? 'selected' : '',
                  under.has(fact.id) ? 'under' : '',
                ].join(' ')}
                onPointerEnter={() => onHover(fact.id)}
                onPointerLeave={() => onHover(undefined)}
              >
                <FactButton
                  fact={fact}
                  sheet={sheet}
                  judgement={judgements[fact.id]}
                  selected={fact.id === selected}
                  onSelect={onSelect}
                />
                {fact.id === selected && <Detail {...props} fact={fact} />}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

const VERDICT_SIGNS = { accepted: '✓', rejected: '✕', edited: '✎', added: '+' } as const

interface ButtonProps {
  fact: Fact
  sheet: FactSheet
  judgement: Judgement | undefined
  selected: boolean
  onSelect(id: string): void
}

function FactButton({ fact, sheet, judgement, selected, onSelect }: ButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const active = document.activeElement
    // The list follows the selection, but it takes no focus from a form or from the text.
    if (!selected) return
    button.current!.scrollIntoView({ block: 'nearest' })
    if (!active || active === document.body || active.closest('.facts')) button.current!.focus({ preventScroll: true })
  }, [selected])
  const time = timeOf(fact, sheet)
  return (
    <button ref={button} type="button" class="line" aria-current={selected} onClick={() => onSelect(fact.id)}>
      <span class="sign" aria-hidden="true">
        {judgement ? VERDICT_SIGNS[judgement.verdict] : ''}
      </span>
      <span class="gloss" dir="auto">
        {fact.gloss}
      </span>
      <span class="about">
        {judgement && <span class="hidden">{judgement.verdict}, </span>}
        {judgement?.disputed && <em class="disputed">disputed</em>}
        {reservations(fact, sheet).map((words) => (
          <em key={words} class={words === 'not so' ? 'not' : ''}>
            {words}
          </em>
        ))}
        <span>{fact.type}</span>
        {time !== undefined && <span>{time}</span>}
        <span class="sure" style={{ '--part': `${100 * fact.confidence}%` }}>
          <span class="hidden">confidence </span>
          {fact.confidence.toFixed(2)}
        </span>
      </span>
    </button>
  )
}

function Detail({ fact, sheet, judgements, onAct }: Props & { fact: Fact }) {
  const judgement = judgements[fact.id]
  return (
    <div class="detail">
      <dl>
        {fact.arguments.map((argument, i) => (
          <div key={i}>
            <dt>{argument.role}</dt>
            <dd dir="auto">{argumentInWords(argument, sheet)}</dd>
          </div>
        ))}
        {Object.entries(fact.attributes).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>is</dt>
          <dd>
            {fact.modality}, {fact.polarity}, {fact.tense}
          </dd>
        </div>
        <div>
          <dt>rule</dt>
          <dd>{fact.rule}</dd>
        </div>
        {judgement && (
          <div>
            <dt>judged</dt>
            <dd>{judgement.said.map(({ reviewer, verdict }) => `${verdict} by ${reviewer}`).join('; ')}</dd>
          </div>
        )}
      </dl>
      <div class="acts">
        <button type="button" class="accept" onClick={() => onAct('accept')}>
          Accept <kbd>a</kbd>
        </button>
        <button type="button" class="reject" onClick={() => onAct('reject')}>
          Reject <kbd>r</kbd>
        </button>
        <button type="button" onClick={() => onAct('edit')}>
          Edit <kbd>e</kbd>
        </button>
        <button type="button" class="quiet" onClick={() => onAct('why')}>
          Why <kbd>x</kbd>
        </button>
        <button type="button" class="quiet" onClick={() => onAct('grammar')}>
          Grammar <kbd>g</kbd>
        </button>
      </div>
    </div>
  )
}

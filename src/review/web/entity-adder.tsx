import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { MentionKind } from '../../doc/entity.ts'
import type { FactSheet } from '../../doc/sheet.ts'
import type { Span } from '../../doc/span.ts'
import type { Decision, EntityDraft } from '../correction.ts'
import type { Start } from './api.ts'
import { EntityFields } from './entities.tsx'

interface Props {
  span: Span
  sheet: FactSheet
  start: Start
  onDecide(decision: Decision): void
  onCancel(): void
}

/** The selected words as a new entity, or as one more mention of a known one. */
export function EntityAdder({ span, sheet, start, onDecide, onCancel }: Props) {
  const text = sheet.article.text.slice(span.start, span.end)
  const [draft, setDraft] = useState<EntityDraft>({ type: 'organization', name: text })
  const [of, setOf] = useState('')
  const [kind, setKind] = useState<MentionKind>('name')
  const first = useRef<HTMLSelectElement>(null)
  useLayoutEffect(() => first.current!.focus(), [])
  const mention = { ...span, text, kind }
  return (
    <form
      class="form"
      aria-label="New entity"
      onSubmit={(event) => {
        event.preventDefault()
        onDecide(
          of === ''
            ? { what: 'add-entity', to: draft, mentions: [mention] }
            : { what: 'add-mention', entity: of, mention },
        )
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <h3 dir="auto">“{text}”</h3>
      <label>
        is
        <select ref={first} value={of} onInput={(event) => setOf(event.currentTarget.value)}>
          <option value="">a new entity</option>
          {sheet.entities.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {of === '' && <EntityFields draft={draft} start={start} onDraft={setDraft} />}
      <label>
        Mentioned by
        <select value={kind} onInput={(event) => setKind(event.currentTarget.value as MentionKind)}>
          <option value="name">its name</option>
          <option value="nominal">what it is</option>
          <option value="pronoun">a pronoun</option>
        </select>
      </label>
      <div class="acts">
        <button type="submit" class="accept">
          Add
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  )
}

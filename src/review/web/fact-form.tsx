import { useEffect, useRef } from 'preact/hooks'
import type { Argument } from '../../doc/fact.ts'
import { FACT_TYPE_NAMES, FACT_TYPES, type FactType, type FactTypeName, violations } from '../../doc/fact-types.ts'
import type { FactSheet } from '../../doc/sheet.ts'
import type { Span } from '../../doc/span.ts'
import type { FactDraft } from '../correction.ts'
import { Choice, Filler } from './fact-fields.tsx'
import { fillerAt } from './look.ts'

interface Props {
  title: string
  draft: FactDraft
  sheet: FactSheet
  /** What the server said against it. */
  refused: string
  onDraft(draft: FactDraft): void
  /** Lets somebody choose words in the article. */
  onPick(then: (span: Span) => void): void
  onSave(): void
  onCancel(): void
}

/** A fact as a form: type, arguments, attributes, and how far it is so. */
export function FactForm({ title, draft, sheet, refused, onDraft, onPick, onSave, onCancel }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const spec: FactType = FACT_TYPES[draft.type]
  const broken = violations(
    draft.type,
    draft.arguments.map(({ role }) => role),
    draft.attributes,
  )
  useEffect(() => form.current!.querySelector<HTMLElement>('select')?.focus(), [])

  const setArgument = (i: number, argument: Argument | undefined): void =>
    onDraft({
      ...draft,
      arguments: draft.arguments.flatMap((old, at) => (at !== i ? [old] : argument ? [argument] : [])),
    })
  const speaker = draft.attribution?.speaker
  const words = speaker && typeof speaker !== 'string' ? speaker.text : undefined
  const free = spec.roles.find((role) => !draft.arguments.some((argument) => argument.role === role)) ?? spec.roles[0]!

  return (
    <form
      ref={form}
      class="form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        if (broken.length === 0) onSave()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onCancel()
        }
      }}
    >
      <h3>{title}</h3>
      <label>
        Type
        <select
          value={draft.type}
          onInput={(event) => onDraft(retyped(draft, event.currentTarget.value as FactTypeName))}
        >
          {FACT_TYPE_NAMES.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </select>
      </label>
      <p class="dim">{spec.about}</p>
      <fieldset>
        <legend>Arguments</legend>
        {draft.arguments.map((argument, i) => (
          <div class="row" key={i}>
            <label>
              <span class="hidden">Role {i + 1}</span>
              {spec.openRoles ? (
                <input
                  value={argument.role}
                  list="roles"
                  onInput={(event) => setArgument(i, { ...argument, role: event.currentTarget.value.trim() })}
                />
              ) : (
                <select
                  value={argument.role}
                  onInput={(event) => setArgument(i, { ...argument, role: event.currentTarget.value })}
                >
                  {[...new Set([...spec.roles, argument.role])].map((role) => (
                    <option key={role}>{role}</option>
                  ))}
                </select>
              )}
            </label>
            <Filler
              number={i + 1}
              argument={argument}
              sheet={sheet}
              onChange={(filled) => setArgument(i, filled)}
              onPick={() => onPick((span) => setArgument(i, fillerAt(argument.role, span, sheet)))}
            />
            <button
              type="button"
              class="quiet"
              aria-label={`Remove ${argument.role}`}
              onClick={() => setArgument(i, undefined)}
            >
              ✕
            </button>
          </div>
        ))}
        <datalist id="roles">
          {spec.roles.map((role) => (
            <option key={role} value={role} />
          ))}
        </datalist>
        <button
          type="button"
          class="quiet"
          onClick={() =>
            onPick((span) => onDraft({ ...draft, arguments: [...draft.arguments, fillerAt(free, span, sheet)] }))
          }
        >
          Add an argument: select its words
        </button>
      </fieldset>
      {Object.entries(spec.attributes).map(([name, vocabulary]) => (
        <label key={name}>
          {name}
          {vocabulary === null ? (
            <input
              value={draft.attributes[name] ?? ''}
              onInput={(event) => onDraft(withAttribute(draft, name, event.currentTarget.value))}
            />
          ) : (
            <select
              value={draft.attributes[name] ?? ''}
              onInput={(event) => onDraft(withAttribute(draft, name, event.currentTarget.value))}
            >
              <option value="">not said</option>
              {vocabulary.map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          )}
        </label>
      ))}
      <div class="three">
        <Choice name="modality" options={['asserted', 'planned', 'expected']} draft={draft} onDraft={onDraft} />
        <Choice name="polarity" options={['positive', 'negative']} draft={draft} onDraft={onDraft} />
        <Choice name="tense" options={['past', 'present', 'future']} draft={draft} onDraft={onDraft} />
      </div>
      <label>
        Said by
        <select value={speakerValue(draft)} onInput={(event) => onDraft(spokenBy(draft, event.currentTarget.value))}>
          <option value="">the article itself</option>
          <option value="?">somebody it does not name</option>
          {words !== undefined && <option value="words">{words}</option>}
          {sheet.entities.map(({ id, name }) => (
            <option key={id} value={`E ${id}`}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <q dir="auto" class="evidence">
          {draft.evidence[0]!.text}
        </q>
        <button
          type="button"
          class="quiet"
          onClick={() =>
            onPick(({ start, end }) =>
              onDraft({ ...draft, evidence: [{ start, end, text: sheet.article.text.slice(start, end) }] }),
            )
          }
        >
          Change the evidence
        </button>
      </div>
      <p role="status" class="refused">
        {broken[0] ?? refused}
      </p>
      <div class="acts">
        <button type="submit" class="accept" disabled={broken.length > 0}>
          Save
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  )
}

/** What the new type has no place for is dropped. */
function retyped(draft: FactDraft, type: FactTypeName): FactDraft {
  const { attributes }: FactType = FACT_TYPES[type]
  const kept = Object.entries(draft.attributes).filter(([name, value]) => {
    const vocabulary = attributes[name]
    return vocabulary === null || vocabulary?.includes(value)
  })
  return { ...draft, type, attributes: Object.fromEntries(kept) }
}

function withAttribute(draft: FactDraft, name: string, value: string): FactDraft {
  const { [name]: _, ...rest } = draft.attributes
  return { ...draft, attributes: value === '' ? rest : { ...rest, [name]: value } }
}

function speakerValue({ attribution }: FactDraft): string {
  if (!attribution) return ''
  if (attribution.speaker === null) return '?'
  return typeof attribution.speaker === 'string' ? `E ${attribution.speaker}` : 'words'
}

function spokenBy(draft: FactDraft, value: string): FactDraft {
  const { attribution, ...rest } = draft
  if (value === '') return rest
  if (value === 'words') return draft
  return { ...rest, attribution: { ...attribution, speaker: value === '?' ? null : value.slice(2) } }
}

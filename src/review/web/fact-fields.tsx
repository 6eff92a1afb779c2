import type { Argument } from '../../doc/fact.ts'
import type { FactSheet } from '../../doc/sheet.ts'
import type { FactDraft } from '../correction.ts'
import { argumentInWords } from './look.ts'

interface FillerProps {
  number: number
  argument: Argument
  sheet: FactSheet
  onChange(argument: Argument): void
  onPick(): void
}

/** What fills a role: an entity, a value, another fact, or words of the text. */
export function Filler({ number, argument, sheet, onChange, onPick }: FillerProps) {
  const { role } = argument
  const chosen =
    'entity' in argument
      ? `E ${argument.entity}`
      : 'value' in argument
        ? `V ${argument.value}`
        : 'fact' in argument
          ? `F ${argument.fact}`
          : ''
  return (
    <>
      <label class="filler">
        <span class="hidden">Argument {number}</span>
        <select
          value={chosen}
          onInput={(event) => {
            const [kind, id] = event.currentTarget.value.split(' ') as [string, string]
            if (kind === 'E') onChange({ role, entity: id })
            if (kind === 'V') onChange({ role, value: id })
            if (kind === 'F') onChange({ role, fact: id })
          }}
        >
          {chosen === '' && <option value="">“{argumentInWords(argument, sheet)}”</option>}
          <optgroup label="Entities">
            {sheet.entities.map(({ id, name }) => (
              <option key={id} value={`E ${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label="Values">
            {sheet.values.map(({ id, text }) => (
              <option key={id} value={`V ${id}`}>
                {text}
              </option>
            ))}
          </optgroup>
          <optgroup label="Facts">
            {sheet.facts.map(({ id, gloss }) => (
              <option key={id} value={`F ${id}`}>
                {gloss.slice(0, 80)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <button type="button" class="quiet" aria-label={`Select the words of ${role}`} onClick={onPick}>
        words
      </button>
    </>
  )
}

interface ChoiceProps {
  name: 'modality' | 'polarity' | 'tense'
  options: readonly string[]
  draft: FactDraft
  onDraft(draft: FactDraft): void
}

/** One of a few words. */
export function Choice({ name, options, draft, onDraft }: ChoiceProps) {
  return (
    <label>
      {name}
      <select value={draft[name]} onInput={(event) => onDraft({ ...draft, [name]: event.currentTarget.value })}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  )
}

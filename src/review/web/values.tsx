import type { FactSheet } from '../../doc/sheet.ts'
import { valueInWords } from '../../sheet/words.ts'

interface Props {
  sheet: FactSheet
  selected: string | undefined
  onSelect(id: string): void
  onHover(id: string | undefined): void
}

/** Amounts and times: the words, and what they come to; then what the sheet says of itself. */
export function Values({ sheet, selected, onSelect, onHover }: Props) {
  const { values, coverage, notices, provenance } = sheet
  return (
    <section aria-label="Values">
      <ul class="cards">
        {values.map((value) => (
          <li
            key={value.id}
            class={value.id === selected ? 'card selected' : 'card'}
            onPointerEnter={() => onHover(value.id)}
            onPointerLeave={() => onHover(undefined)}
          >
            <button type="button" class="line" aria-current={value.id === selected} onClick={() => onSelect(value.id)}>
              <span class="m value l0" dir="auto">
                {value.text}
              </span>
              <span class="about">
                <span>{value.type}</span>
                <span class="normal">{valueInWords(value)}</span>
                {value.grain !== undefined && <span>{value.grain}</span>}
                {coverage.unusedValues.includes(value.id) && <span>in no fact</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <h3>Coverage</h3>
      <p>
        Facts in {coverage.sentencesWithFacts} of {coverage.sentences} sentences; {coverage.unusedValues.length} values
        and {coverage.unusedEntities.length} entities in no fact.
      </p>
      {notices.length > 0 && <h3>Notices</h3>}
      <ul class="notices">
        {notices.map(({ code, start, detail }, i) => (
          <li key={i}>
            <code>{code}</code> {start !== undefined && <small>at {start}</small>} {detail}
          </li>
        ))}
      </ul>
      <p class="dim">
        Pipeline {provenance.pipeline} {provenance.version}
      </p>
    </section>
  )
}

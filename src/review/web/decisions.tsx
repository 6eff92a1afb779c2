import type { Correction, Decision } from '../correction.ts'
import type { DeskSheet } from '../store.ts'

/** All that was decided on the sheet, the last first: by whom, and whether it counts. */
export function Decisions({ desk }: { desk: DeskSheet }) {
  const undone = new Set(desk.undone)
  const stale = new Map(desk.stale.map(({ id, sameText }) => [id, sameText]))
  const refused = new Map(desk.refused.map(({ id, why }) => [id, why]))
  const stateOf = ({ id }: Correction): string | undefined => {
    const sameText = stale.get(id)
    if (sameText !== undefined)
      return sameText ? 'of an older extraction: not applied' : 'of an older text: not applied'
    if (undone.has(id)) return 'taken back'
    const why = refused.get(id)
    return why === undefined ? undefined : `not applied: ${why}`
  }
  return (
    <section aria-label="Decisions">
      {desk.corrections.length === 0 && <p class="empty">Nothing has been decided on this sheet.</p>}
      <ol class="decisions" reversed>
        {[...desk.corrections].reverse().map((correction) => {
          const state = stateOf(correction)
          return (
            <li key={correction.id} class={state === undefined ? '' : 'off'}>
              <b>{correction.reviewer}</b> {inWords(correction.decision)}{' '}
              {correction.fact && <span class="dim">{correction.fact.type} </span>}
              <time dateTime={correction.at}>{correction.at.slice(0, 16).replace('T', ' ')}</time>
              {state !== undefined && <em>{state}</em>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** What the live region says, and the list of decisions. */
export function inWords(decision: Decision): string {
  switch (decision.what) {
    case 'accept':
      return `accepted ${decision.fact}`
    case 'reject':
      return `rejected ${decision.fact}`
    case 'edit':
      return `edited ${decision.fact}`
    case 'add-fact':
      return `added a fact: ${decision.to.type}`
    case 'add-entity':
      return `added the ${decision.to.type} ${decision.to.name}`
    case 'edit-entity':
      return `changed ${decision.entity} to the ${decision.to.type} ${decision.to.name}`
    case 'add-mention':
      return `added “${decision.mention.text}” to ${decision.entity}`
    case 'reject-entity':
      return `rejected the entity ${decision.entity}`
    case 'merge':
      return `merged ${decision.entities.join(' and ')}`
    case 'split':
      return `split ${decision.to.name} off ${decision.entity}`
    case 'reviewed':
      return 'marked the sheet as reviewed'
    case 'undo':
      return 'took a decision back'
    case 'redo':
      return 'put a decision back'
  }
}

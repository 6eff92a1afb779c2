import { useState } from 'preact/hooks'
import type { Entity, EntityType } from '../../doc/entity.ts'
import type { FactSheet } from '../../doc/sheet.ts'
import type { Span } from '../../doc/span.ts'
import type { Decision, EntityDraft } from '../correction.ts'
import type { Start } from './api.ts'
import { archiveHref } from './route.ts'

interface Props {
  sheet: FactSheet
  start: Start
  selected: string | undefined
  editing: boolean
  onSelect(id: string): void
  onEdit(editing: boolean): void
  onDecide(decision: Decision): void
  onHover(id: string | undefined): void
  onShow(span: Span): void
}

/** Everybody and everything named, each a card: names, posts, links, and every place that means it. */
export function Entities(props: Props) {
  const { sheet, selected, editing, onSelect, onHover } = props
  const sorted = [...sheet.entities].sort((a, b) => b.salience - a.salience)
  return (
    <section aria-label="Entities">
      {sorted.length === 0 && <p class="empty">Nobody is named. Select words and press m to add an entity.</p>}
      <ul class="cards">
        {sorted.map((entity) => (
          <li
            key={entity.id}
            data-entity={entity.id}
            class={entity.id === selected ? 'card selected' : 'card'}
            onPointerEnter={() => onHover(entity.id)}
            onPointerLeave={() => onHover(undefined)}
          >
            <button
              type="button"
              class="line"
              aria-current={entity.id === selected}
              onClick={() => onSelect(entity.id)}
            >
              <span class={`m ${entity.type} name l0`} dir="auto">
                {entity.name}
              </span>
              <span class="about">
                <span>{entity.subtype ?? entity.type}</span>
                <span>{entity.mentions.length}×</span>
                {entity.links.map(({ kb, id }) => (
                  <span key={id}>
                    {kb} {id}
                  </span>
                ))}
              </span>
            </button>
            {entity.id === selected &&
              (editing ? <EntityForm {...props} entity={entity} /> : <Card {...props} entity={entity} />)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Card({ entity, sheet, onEdit, onShow }: Props & { entity: Entity }) {
  const roles = sheet.facts.filter(
    ({ type, arguments: filled }) =>
      (type === 'role.holds' || type === 'entity.is_a' || type.startsWith('org.')) &&
      filled.some((argument) => 'entity' in argument && argument.entity === entity.id),
  )
  return (
    <div class="detail">
      <dl>
        {entity.aliases.length > 0 && (
          <div>
            <dt>also</dt>
            <dd dir="auto">{entity.aliases.join(', ')}</dd>
          </div>
        )}
        {roles.length > 0 && (
          <div>
            <dt>known as</dt>
            <dd dir="auto">{roles.map(({ gloss }) => gloss).join('; ')}</dd>
          </div>
        )}
        <div>
          <dt>mentions</dt>
          <dd>
            {entity.mentions.map((mention) => (
              <button
                type="button"
                key={mention.start}
                class={`mention ${mention.kind}`}
                onClick={() => onShow(mention)}
              >
                {mention.text}
              </button>
            ))}
          </dd>
        </div>
      </dl>
      <div class="acts">
        <button type="button" onClick={() => onEdit(true)}>
          Edit, merge or split <kbd>e</kbd>
        </button>
        <a class="button quiet" href={archiveHref(entity.name)}>
          In the archive
        </a>
      </div>
    </div>
  )
}

function EntityForm({ entity, sheet, start, onEdit, onDecide }: Props & { entity: Entity }) {
  const [draft, setDraft] = useState<EntityDraft>(draftOf(entity))
  const [other, setOther] = useState('')
  const [apart, setApart] = useState<readonly number[]>([])
  const chosen = entity.mentions.filter((_, i) => apart.includes(i))
  const decide = (decision: Decision): void => {
    onEdit(false)
    onDecide(decision)
  }
  return (
    <form
      class="form"
      aria-label={`Edit ${entity.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        decide({ what: 'edit-entity', entity: entity.id, to: draft })
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEdit(false)
      }}
    >
      <EntityFields draft={draft} start={start} onDraft={setDraft} />
      <div class="acts">
        <button type="submit" class="accept">
          Save
        </button>
        <button type="button" class="reject" onClick={() => decide({ what: 'reject-entity', entity: entity.id })}>
          No entity
        </button>
        <button type="button" class="quiet" onClick={() => onEdit(false)}>
          Cancel
        </button>
      </div>
      <div class="row">
        <label class="filler">
          The same as
          <select value={other} onInput={(event) => setOther(event.currentTarget.value)}>
            <option value="">choose …</option>
            {sheet.entities
              .filter(({ id }) => id !== entity.id)
              .map(({ id, name, type }) => (
                <option key={id} value={id}>
                  {name} ({type})
                </option>
              ))}
          </select>
        </label>
        <button
          type="button"
          disabled={other === ''}
          onClick={() => decide({ what: 'merge', entities: [entity.id, other] })}
        >
          Merge
        </button>
      </div>
      {entity.mentions.length > 1 && (
        <fieldset>
          <legend>Somebody else: split off</legend>
          {entity.mentions.map(({ start: at, text }, i) => (
            <label key={at} class="check">
              <input
                type="checkbox"
                checked={apart.includes(i)}
                onInput={() => setApart(apart.includes(i) ? apart.filter((one) => one !== i) : [...apart, i])}
              />
              {text} <small>at {at}</small>
            </label>
          ))}
          <button
            type="button"
            disabled={chosen.length === 0 || chosen.length === entity.mentions.length}
            onClick={() =>
              decide({
                what: 'split',
                entity: entity.id,
                mentions: chosen.map(({ start: from, end }) => ({ start: from, end })),
                to: { ...draftOf(entity), name: chosen[0]!.text },
              })
            }
          >
            Split {chosen.length} off
          </button>
        </fieldset>
      )}
    </form>
  )
}

interface FieldsProps {
  draft: EntityDraft
  start: Start
  onDraft(draft: EntityDraft): void
}

export function EntityFields({ draft, start, onDraft }: FieldsProps) {
  const { subtype: _, ...plain } = draft
  return (
    <div class="three">
      <label>
        Name
        <input
          value={draft.name}
          onInput={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
          required
        />
      </label>
      <label>
        Type
        <select
          value={draft.type}
          onInput={(event) => onDraft({ ...plain, type: event.currentTarget.value as EntityType })}
        >
          {start.entityTypes.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </select>
      </label>
      <label>
        Subtype
        <select
          value={draft.subtype ?? ''}
          onInput={(event) =>
            onDraft(event.currentTarget.value === '' ? plain : { ...plain, subtype: event.currentTarget.value })
          }
        >
          <option value="">none</option>
          {start.subtypes[draft.type]?.map((subtype) => (
            <option key={subtype}>{subtype}</option>
          ))}
        </select>
      </label>
    </div>
  )
}

const draftOf = ({ type, subtype, name }: Entity): EntityDraft => ({
  type,
  name,
  ...(subtype !== undefined && { subtype }),
})

import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Fact } from '../../doc/fact.ts'
import type { Span } from '../../doc/span.ts'
import type { DeskSheet } from '../store.ts'
import type { Start } from './api.ts'
import { Article } from './article.tsx'
import { Decisions } from './decisions.tsx'
import { Entities } from './entities.tsx'
import { EntityAdder } from './entity-adder.tsx'
import { FactForm } from './fact-form.tsx'
import { type FactOrder, Facts, grouped } from './facts.tsx'
import { pressed } from './keys.ts'
import { Legend } from './legend.tsx'
import { covers, factsAt, sentenceOf } from './look.ts'
import { lastQueue, sheetHref } from './route.ts'
import { SentencePanel } from './sentence.tsx'
import { draftOf, lightsOf, newDraft, type Selected, shownFacts, type Tab, type Writing } from './sheet-state.ts'
import { SheetTitle } from './sheet-title.tsx'
import { useDesk } from './use-desk.ts'
import { Values } from './values.tsx'

interface Props {
  id: string
  fact: string | undefined
  start: Start
  reviewer: string
}

const TABS: readonly Tab[] = ['facts', 'entities', 'values', 'decisions']

/** One article beside its fact sheet. */
export function Sheet({ id, fact: wanted, start, reviewer }: Props) {
  const { desk, failed, said, refused, setSaid, setRefused, decide } = useDesk(id, reviewer)
  const [tab, setTab] = useState<Tab>('facts')
  const [order, setOrder] = useState<FactOrder>('kind')
  const [selected, setSelected] = useState<Selected | undefined>(wanted ? { tab: 'facts', id: wanted } : undefined)
  const [hovered, setHovered] = useState<Selected>()
  const [pointed, setPointed] = useState<number>()
  const [show, setShow] = useState<Span>()
  const [words, setWords] = useState<Span>()
  const [writing, setWriting] = useState<Writing>()
  const [adding, setAdding] = useState<Span>()
  const [editingEntity, setEditingEntity] = useState(false)
  const [picked, setPicked] = useState<(span: Span) => void>()
  const [panel, setPanel] = useState<'why' | 'grammar'>()

  const facts = useMemo(() => (desk ? shownFacts(desk) : []), [desk])
  const listed = useMemo(() => grouped(facts, order).flatMap((group) => group.facts), [facts, order])
  const lights = useMemo(
    () => (desk ? lightsOf(desk.sheet, facts, { selected, hovered, writing }) : {}),
    [desk, facts, selected, hovered, writing],
  )
  const under = useMemo(
    () => new Set(pointed === undefined ? [] : factsAt(facts, pointed).map((fact) => fact.id)),
    [facts, pointed],
  )
  const current = selected?.tab === 'facts' ? facts.find((fact) => fact.id === selected.id) : undefined

  const select = (one: Selected): void => {
    setEditingEntity(false)
    setSelected(one)
    setTab(one.tab)
  }
  const step = (by: 1 | -1): void => {
    const at = listed.findIndex((fact) => fact.id === current?.id)
    const next = listed[at < 0 ? (by > 0 ? 0 : listed.length - 1) : Math.min(listed.length - 1, Math.max(0, at + by))]
    if (next) select({ tab: 'facts', id: next.id })
  }
  /** On at once to what nobody has judged, so that a hand stays on one key; back again when it was not taken. */
  const judge = async (what: 'accept' | 'reject', fact: Fact): Promise<void> => {
    const taken = decide({ what, fact: fact.id })
    const next = listed.slice(listed.indexOf(fact) + 1).find((one) => !desk!.judgements[one.id])
    if (next && reviewer !== '') select({ tab: 'facts', id: next.id })
    if (!(await taken)) select({ tab: 'facts', id: fact.id })
  }
  const takeBack = (which: 'inForce' | 'undone'): void => {
    const mine = new Set(desk!.corrections.filter((one) => one.reviewer === reviewer).map((one) => one.id))
    const last = desk![which].filter((one) => mine.has(one)).at(-1)
    if (last === undefined)
      setSaid(which === 'inForce' ? 'There is nothing of yours to take back.' : 'Nothing to put back.')
    else void decide({ what: which === 'inForce' ? 'undo' : 'redo', decision: last })
  }
  const act = (what: 'accept' | 'reject' | 'edit' | 'why' | 'grammar'): void => {
    if (what === 'why' || what === 'grammar') setPanel(panel === what ? undefined : what)
    else if (!current) setSaid('Select a fact first: j goes to the next.')
    else if (what === 'edit') {
      setRefused('')
      setWriting({ of: current.id, draft: draftOf(current) })
    } else void judge(what, current)
  }
  const clicked = (offset: number): void => {
    const here = factsAt(facts, offset)
    const entity = desk!.sheet.entities.find(({ mentions }) => mentions.some((one) => covers(one, offset)))
    const value = desk!.sheet.values.find((one) => covers(one, offset))
    // Again and again on the same words goes through all their facts.
    const next = here[(here.findIndex((fact) => fact.id === current?.id) + 1) % Math.max(1, here.length)]
    if (tab === 'entities' && entity) select({ tab: 'entities', id: entity.id })
    else if (tab === 'values' && value) select({ tab: 'values', id: value.id })
    else if (next) select({ tab: 'facts', id: next.id })
    else if (entity) select({ tab: 'entities', id: entity.id })
    else if (value) select({ tab: 'values', id: value.id })
  }
  const leaf = (by: 1 | -1): void => {
    const next = lastQueue.ids[lastQueue.ids.indexOf(id) + by]
    if (next && lastQueue.ids.includes(id)) location.hash = sheetHref(next)
    else setSaid('There is no further article on this page of the queue.')
  }

  const acts: Readonly<Record<string, () => void>> = {
    j: () => step(1),
    k: () => step(-1),
    a: () => act('accept'),
    r: () => act('reject'),
    e: () => (selected?.tab === 'entities' ? setEditingEntity(true) : act('edit')),
    x: () => act('why'),
    g: () => act('grammar'),
    u: () => takeBack('inForce'),
    U: () => takeBack('undone'),
    d: () => void decide({ what: 'reviewed' }),
    n: () =>
      words
        ? setWriting({ of: undefined, draft: newDraft(words, desk!.sheet) })
        : setSaid('Select the words of the fact first.'),
    m: () => (words ? setAdding(words) : setSaid('Select the words of the entity first.')),
    t: () => document.querySelector<HTMLElement>('.article')?.focus(),
    q: () => {
      location.hash = '#/'
    },
    ']': () => leaf(1),
    '[': () => leaf(-1),
    '1': () => setTab('facts'),
    '2': () => setTab('entities'),
    '3': () => setTab('values'),
    '4': () => setTab('decisions'),
    Escape: () => {
      setPanel(undefined)
      setAdding(undefined)
      if (document.activeElement?.classList.contains('article')) (document.activeElement as HTMLElement).blur()
    },
  }
  // Before the next key can come: a handler that is a step behind would act on what is gone.
  useLayoutEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      const key = pressed(event)
      const does = key === undefined || !desk || writing ? undefined : acts[key]
      if (!does) return
      event.preventDefault()
      does()
    }
    addEventListener('keydown', keys)
    return () => removeEventListener('keydown', keys)
  })

  if (failed !== '') {
    return (
      <main id="main" tabIndex={-1}>
        <p role="alert" class="alert">
          {failed}
        </p>
      </main>
    )
  }
  if (!desk) return <main id="main" tabIndex={-1} aria-busy="true" />
  const { sheet } = desk
  const focus = writing?.draft.evidence[0] ?? current?.evidence[0]
  const sentence = focus && sentenceOf(focus, sheet)
  const pick = (then: (span: Span) => void): void => setPicked(() => then)

  return (
    <main id="main" class="sheet" tabIndex={-1}>
      <div class="reading">
        <SheetTitle desk={desk} />
        {picked && (
          <p role="status" class="banner">
            Select the words: arrows move, Shift selects, <kbd>Enter</kbd> takes them, <kbd>Esc</kbd> leaves it as it
            was.
          </p>
        )}
        <Article
          sheet={sheet}
          lights={lights}
          picking={picked !== undefined}
          focusOn={`${selected?.tab} ${selected?.id} ${writing?.of ?? ''}`}
          show={show}
          onClick={clicked}
          onHover={setPointed}
          onSelect={setWords}
          onPicked={(span) => {
            if (span) picked?.(span)
            setPicked(undefined)
            document.querySelector<HTMLElement>('.side .form select')?.focus()
          }}
        />
        <Legend />
        {panel && sentence && (
          <SentencePanel sheet={desk.original} sentence={sentence} what={panel} onClose={() => setPanel(undefined)} />
        )}
      </div>
      <aside class="side" aria-label="Fact sheet">
        <nav class="tabs" aria-label="Parts of the fact sheet">
          {TABS.map((one, i) => (
            <button key={one} type="button" aria-pressed={tab === one} onClick={() => setTab(one)}>
              {one} <small>{countOf(one, desk)}</small> <kbd>{i + 1}</kbd>
            </button>
          ))}
        </nav>
        <div class="body">
          {adding && (
            <EntityAdder
              span={adding}
              sheet={sheet}
              start={start}
              onCancel={() => setAdding(undefined)}
              onDecide={(decision) => {
                setAdding(undefined)
                void decide(decision)
              }}
            />
          )}
          {writing ? (
            <FactForm
              title={writing.of === undefined ? 'New fact' : 'Edit fact'}
              draft={writing.draft}
              sheet={sheet}
              refused={refused}
              onDraft={(draft) => setWriting({ ...writing, draft })}
              onPick={pick}
              onCancel={() => setWriting(undefined)}
              onSave={async () => {
                const { of, draft } = writing
                const taken = await decide(
                  of === undefined ? { what: 'add-fact', to: draft } : { what: 'edit', fact: of, to: draft },
                )
                if (taken) setWriting(undefined)
              }}
            />
          ) : (
            tab === 'facts' && (
              <Facts
                sheet={sheet}
                facts={facts}
                judgements={desk.judgements}
                order={order}
                selected={current?.id}
                under={under}
                onOrder={setOrder}
                onSelect={(one) => select({ tab: 'facts', id: one })}
                onHover={(one) => setHovered(one === undefined ? undefined : { tab: 'facts', id: one })}
                onAct={act}
              />
            )
          )}
          {tab === 'entities' && !writing && (
            <Entities
              sheet={sheet}
              start={start}
              selected={selected?.tab === 'entities' ? selected.id : undefined}
              editing={editingEntity}
              onEdit={setEditingEntity}
              onSelect={(one) => select({ tab: 'entities', id: one })}
              onHover={(one) => setHovered(one === undefined ? undefined : { tab: 'entities', id: one })}
              onDecide={(decision) => void decide(decision)}
              onShow={setShow}
            />
          )}
          {tab === 'values' && !writing && (
            <Values
              sheet={sheet}
              selected={selected?.tab === 'values' ? selected.id : undefined}
              onSelect={(one) => select({ tab: 'values', id: one })}
              onHover={(one) => setHovered(one === undefined ? undefined : { tab: 'values', id: one })}
            />
          )}
          {tab === 'decisions' && !writing && <Decisions desk={desk} />}
        </div>
        <footer>
          <p role="status" class="said">
            {said}
          </p>
          <button type="button" class="quiet" onClick={() => takeBack('inForce')}>
            Undo <kbd>u</kbd>
          </button>
          <button type="button" onClick={() => void decide({ what: 'reviewed' })}>
            Done <kbd>d</kbd>
          </button>
        </footer>
      </aside>
    </main>
  )
}

function countOf(tab: Tab, { sheet, corrections }: DeskSheet): number {
  return tab === 'decisions' ? corrections.length : sheet[tab].length
}

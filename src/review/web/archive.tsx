import { useEffect, useRef, useState } from 'preact/hooks'
import type { ArchiveFact, EntityArchive } from '../archive.ts'
import { getArchive, getNames } from './api.ts'
import { archiveHref, sheetHref } from './route.ts'

/** What all articles say of one entity: when, with whom, which figures, and where they differ. */
export function ArchivePage({ name }: { name: string }) {
  const [typed, setTyped] = useState(name)
  const [names, setNames] = useState<{ name: string; articles: number }[]>([])
  const [archive, setArchive] = useState<EntityArchive>()
  const [failed, setFailed] = useState('')

  useEffect(() => {
    const fail = (error: Error): void => setFailed(error.message)
    if (name !== '') getArchive(name).then(setArchive, fail)
  }, [name])
  useEffect(() => {
    let late = false
    getNames(typed).then(
      (found) => !late && setNames(found),
      (error: Error) => setFailed(error.message),
    )
    return () => {
      late = true
    }
  }, [typed])

  return (
    <main id="main" class="archive" tabIndex={-1}>
      <nav class="names" aria-label="Entities of the archive">
        <label>
          Entity
          <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <ul>
          {names.map((one) => (
            <li key={one.name}>
              <a href={archiveHref(one.name)} dir="auto" aria-current={one.name === name ? 'page' : undefined}>
                {one.name} <small>{one.articles}</small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="about-entity">
        {failed !== '' && (
          <p role="alert" class="alert">
            {failed}
          </p>
        )}
        {name === '' && <p class="empty">Choose an entity to see what the articles say of it.</p>}
        {archive && <EntityPage archive={archive} />}
      </div>
    </main>
  )
}

function EntityPage({ archive }: { archive: EntityArchive }) {
  const { name, articles, timeline, relations, series, conflicts } = archive
  const plotted = series.filter(({ points }) => points.length > 1)
  const own = relations.filter(({ from, to }) => from === name || to === name)
  return (
    <>
      <h1 dir="auto">{name}</h1>
      <p class="dim">
        {archive.types[name]} · {timeline.length} facts in {articles} {articles === 1 ? 'article' : 'articles'}
      </p>
      {conflicts.length > 0 && (
        <section aria-labelledby="conflicts">
          <h2 id="conflicts">
            Articles that differ <small>{conflicts.length}</small>
          </h2>
          {conflicts.map(({ about, sides }) => (
            <article key={about} class="conflict">
              <h3 dir="auto">{about}</h3>
              <div class="sides">
                {sides.map(({ says, facts }) => (
                  <div key={says}>
                    <b>{says}</b>
                    {facts.map((fact) => (
                      <Quote key={fact.article + fact.fact} fact={fact} />
                    ))}
                  </div>
                ))}
              </div>
            </article>
          ))}
        </section>
      )}
      {own.length > 0 && (
        <section aria-labelledby="relations">
          <h2 id="relations">
            Relations <small>{own.length}</small>
          </h2>
          <div class="two">
            <Graph archive={archive} />
            <ul class="relations">
              {own.map(({ from, to, type, facts }) => (
                <li key={`${from} ${to} ${type}`}>
                  <a href={sheetHref(facts[0]!.article, facts[0]!.fact)} title={facts[0]!.gloss}>
                    <b dir="auto">{from === name ? to : from}</b> <small>{type}</small>{' '}
                    {facts.length > 1 && <small>{facts.length}×</small>}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
      {plotted.length > 0 && (
        <section aria-labelledby="figures">
          <h2 id="figures">
            Figures <small>{plotted.length}</small>
          </h2>
          <div class="plots">
            {plotted.map((one) => (
              <Plot key={`${one.metric} ${one.of} ${one.unit}`} series={one} />
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="timeline">
        <h2 id="timeline">
          Timeline <small>{timeline.length}</small>
        </h2>
        <ol class="timeline">
          {timeline.map((fact) => (
            <li key={`${fact.article} ${fact.fact}`} class={fact.dated ? '' : 'undated'}>
              <time dateTime={fact.when}>{shownTime(fact) || 'undated'}</time>
              <a href={sheetHref(fact.article, fact.fact)} dir="auto">
                {fact.gloss}
              </a>
              <small>
                {fact.type}
                {fact.modality !== 'asserted' && `, ${fact.modality}`}
                {fact.polarity === 'negative' && ', not so'} · {fact.headline}
                {!fact.dated && ' · dated by its article'}
              </small>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

/** A fact's own time as it says it; that of its article by the day. */
const shownTime = ({ when, dated }: ArchiveFact): string => (dated ? when.replace('T', ' ') : when.slice(0, 10))

function Quote({ fact }: { fact: ArchiveFact }) {
  return (
    <blockquote>
      <q dir="auto">{fact.quote}</q>
      <footer>
        <a href={sheetHref(fact.article, fact.fact)}>{fact.headline}</a> <small>{fact.published.slice(0, 10)}</small>
      </footer>
    </blockquote>
  )
}

/** The graph is loaded when it is first seen; the list beside it says the same. */
function Graph({ archive }: { archive: EntityArchive }) {
  const node = useDrawing(async (place) => (await import('./graph.ts')).drawGraph(place, archive), archive)
  const label = `Graph of ${archive.name} and what it has to do with; the list says the same`
  return <div class="graph" role="img" aria-label={label} ref={node} />
}

/** Draws into an element anew whenever `of` is another; `draw` gives what takes the drawing away. */
function useDrawing(draw: (place: HTMLElement) => Promise<() => void>, of: unknown) {
  const node = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let left = false
    let clear: (() => void) | undefined
    void draw(node.current!).then((done) => {
      clear = done
      if (left) done()
    })
    return () => {
      left = true
      clear?.()
    }
  }, [of])
  return node
}

function Plot({ series }: { series: EntityArchive['series'][number] }) {
  const node = useDrawing(async (place) => (await import('./plot.ts')).drawSeries(place, series), series)
  return (
    <figure>
      <figcaption dir="auto">
        {series.of && `${series.of}: `}
        {series.metric} <small>in {series.unit}</small>
      </figcaption>
      <div ref={node} />
      <table class="hidden">
        <tbody>
          {series.points.map(({ when, number, fact }) => (
            <tr key={`${fact.article} ${fact.fact}`}>
              <th scope="row">{when}</th>
              <td>{number}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

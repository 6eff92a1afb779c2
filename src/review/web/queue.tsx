import { useEffect, useRef, useState } from 'preact/hooks'
import { grouped } from '../../value/print.ts'
import { getQueue, type QueuePage, type Start } from './api.ts'
import { pressed } from './keys.ts'
import { lastQueue, sheetHref } from './route.ts'

const NONE = {
  text: '',
  entity: '',
  section: '',
  type: '',
  notice: '',
  from: '',
  to: '',
  below: '',
  status: '',
  order: 'doubt',
}
type Filters = typeof NONE

const PAGE = 50
const STATUS_WORDS = { open: 'not begun', begun: 'begun', reviewed: 'reviewed', changed: 'sheet changed' } as const

/** Kept while somebody looks at an article. */
let kept: { filters: Filters; offset: number } = { filters: NONE, offset: 0 }

/** The articles to review, filtered and sorted. */
export function Queue({ start }: { start: Start }) {
  const [{ filters, offset }, setView] = useState(kept)
  const [page, setPage] = useState<QueuePage>()
  const [failed, setFailed] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const table = useRef<HTMLTableSectionElement>(null)
  const asked = useRef(0)

  useEffect(() => {
    kept = { filters, offset }
    const mine = ++asked.current
    getQueue(filters, offset).then(
      (found) => {
        // An older answer may come later.
        if (mine !== asked.current) return
        setFailed('')
        setPage(found)
        lastQueue.ids = found.rows.map(({ id }) => id)
      },
      (error: Error) => mine === asked.current && setFailed(error.message),
    )
  }, [filters, offset])

  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      const key = pressed(event)
      if (key === '/') {
        event.preventDefault()
        search.current?.focus()
      } else if (key === 'j' || key === 'k') {
        const links = [...(table.current?.querySelectorAll<HTMLElement>('a') ?? [])]
        const at = links.indexOf(document.activeElement as HTMLElement)
        links[Math.min(links.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))]?.focus()
      }
    }
    addEventListener('keydown', keys)
    return () => removeEventListener('keydown', keys)
  }, [])

  const set = (change: Partial<Filters>): void => setView({ filters: { ...filters, ...change }, offset: 0 })
  const field = (name: keyof Filters) => ({
    name,
    value: filters[name],
    onInput: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })
  const choices = (counts: [string, number][] | undefined, chosen: string) => (
    <>
      <option value="">any</option>
      {chosen !== '' && !counts?.some(([name]) => name === chosen) && <option value={chosen}>{chosen} (0)</option>}
      {counts?.map(([name, count]) => (
        <option key={name} value={name}>
          {name} ({grouped(count)})
        </option>
      ))}
    </>
  )

  return (
    <main id="main" class="queue" tabIndex={-1}>
      <form class="filters" role="search" aria-label="Filter articles" onSubmit={(event) => event.preventDefault()}>
        <label class="wide">
          Words of the text, entities or facts
          <input ref={search} type="search" placeholder="/ to search" {...field('text')} />
        </label>
        <label>
          Entity
          <input type="search" {...field('entity')} />
        </label>
        <label>
          Section
          <select {...field('section')}>{choices(page?.counts.sections, filters.section)}</select>
        </label>
        <label>
          Fact type
          <select {...field('type')}>{choices(page?.counts.types, filters.type)}</select>
        </label>
        <label>
          Notice
          <select {...field('notice')}>{choices(page?.counts.notices, filters.notice)}</select>
        </label>
        <label>
          From
          <input type="date" {...field('from')} />
        </label>
        <label>
          To
          <input type="date" {...field('to')} />
        </label>
        <label>
          Has a fact below
          <select {...field('below')}>
            <option value="">any confidence</option>
            {['0.5', '0.7', '0.8', '0.9'].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          State
          <select {...field('status')}>
            <option value="">any</option>
            {Object.entries(STATUS_WORDS).map(([status, words]) => (
              <option key={status} value={status}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          Sort by
          <select {...field('order')}>
            <option value="doubt">most doubtful first</option>
            <option value="newest">newest first</option>
            <option value="oldest">oldest first</option>
            <option value="headline">headline</option>
          </select>
        </label>
        <button type="button" class="quiet" onClick={() => setView({ filters: NONE, offset: 0 })}>
          Clear
        </button>
      </form>

      {failed !== '' && (
        <p role="alert" class="alert">
          {failed}
        </p>
      )}
      <p class="count" role="status">
        {page ? `${grouped(page.total)} of ${grouped(start.sheets)} articles` : 'Reading …'}
      </p>
      <table>
        <caption class="hidden">Articles</caption>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Section</th>
            <th scope="col">Published</th>
            <th scope="col" class="number">
              Facts
            </th>
            <th scope="col" class="number">
              <abbr title="How many facts are wrong if their confidences are right">Doubtful</abbr>
            </th>
            <th scope="col" class="number">
              Notices
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody ref={table}>
          {page?.rows.map(({ id, headline, section, published, facts, doubt, notices, status }) => (
            <tr key={id}>
              <th scope="row" dir="auto">
                <a href={sheetHref(id)}>{headline || id}</a>
              </th>
              <td>{section}</td>
              <td class="date">{published.slice(0, 10)}</td>
              <td class="number">{facts}</td>
              <td class="number">
                <span class="doubt" style={{ '--part': `${Math.min(100, (100 * doubt) / Math.max(1, facts))}%` }}>
                  {doubt.toFixed(1)}
                </span>
              </td>
              <td class="number">{notices}</td>
              <td>
                <span class={`status ${status}`}>{STATUS_WORDS[status]}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {page?.total === 0 && <p class="empty">Nothing is like that. Clear a filter.</p>}
      {page && page.total > PAGE && (
        <nav class="pages" aria-label="Pages of the queue">
          <button type="button" disabled={offset === 0} onClick={() => setView({ filters, offset: offset - PAGE })}>
            Before
          </button>
          <span>
            {offset + 1} to {Math.min(page.total, offset + PAGE)}
          </span>
          <button
            type="button"
            disabled={offset + PAGE >= page.total}
            onClick={() => setView({ filters, offset: offset + PAGE })}
          >
            Next
          </button>
        </nav>
      )}
    </main>
  )
}

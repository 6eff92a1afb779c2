import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { getStart, type Start } from './api.ts'
import { ArchivePage } from './archive.tsx'
import { Help } from './help.tsx'
import { pressed } from './keys.ts'
import { Queue } from './queue.tsx'
import { placeIn } from './route.ts'
import { Sheet } from './sheet.tsx'

function Desk() {
  const [place, setPlace] = useState(placeIn(location.hash))
  const [start, setStart] = useState<Start>()
  const [failed, setFailed] = useState('')
  const [reviewer, setReviewer] = useState(localStorage.getItem('reviewer') ?? '')
  const [helping, setHelping] = useState(false)

  useEffect(() => {
    const moved = (): void => setPlace(placeIn(location.hash))
    addEventListener('hashchange', moved)
    getStart().then(setStart, (error: Error) => setFailed(error.message))
    return () => removeEventListener('hashchange', moved)
  }, [])

  useEffect(() => {
    const help = (event: KeyboardEvent): void => {
      if (pressed(event) === '?') setHelping(true)
    }
    addEventListener('keydown', help)
    return () => removeEventListener('keydown', help)
  }, [])

  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        To the content
      </button>
      <header class="bar">
        <a class="brand" href="#/">
          factwire <span>desk</span>
        </a>
        <nav aria-label="Pages">
          <a href="#/" aria-current={place.page !== 'archive' ? 'page' : undefined}>
            Queue
          </a>
          <a href="#/archive" aria-current={place.page === 'archive' ? 'page' : undefined}>
            Archive
          </a>
        </nav>
        <label class="reviewer">
          Reviewer
          <input
            id="reviewer"
            value={reviewer}
            placeholder="your name"
            autocomplete="off"
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
            }}
            onInput={(event) => {
              const name = event.currentTarget.value.trim()
              localStorage.setItem('reviewer', name)
              setReviewer(name)
            }}
          />
        </label>
        <button type="button" class="quiet" onClick={() => setHelping(true)}>
          Keys <kbd>?</kbd>
        </button>
      </header>
      {failed !== '' && (
        <p role="alert" class="alert">
          The desk does not answer: {failed}
        </p>
      )}
      {start && start.broken.length > 0 && (
        <p role="alert" class="alert">
          {start.broken.length} lines of the corrections file cannot be read; the first is line {start.broken[0]!.line}.
        </p>
      )}
      {start && place.page === 'queue' && <Queue start={start} />}
      {start && place.page === 'sheet' && (
        <Sheet key={place.id} id={place.id} fact={place.fact} start={start} reviewer={reviewer} />
      )}
      {place.page === 'archive' && <ArchivePage key={place.name} name={place.name} />}
      {helping && <Help onClose={() => setHelping(false)} />}
    </>
  )
}

render(<Desk />, document.getElementById('desk')!)

import { aboutArticle } from '../../sheet/words.ts'
import type { DeskSheet } from '../store.ts'

/** Which article it is, whether it changed under its corrections, and who has read it. */
export function SheetTitle({ desk: { sheet, stale, reviewedBy } }: { desk: DeskSheet }) {
  const one = stale.length === 1
  return (
    <header class="title">
      <h1 dir="auto">{sheet.article.headline ?? sheet.article.id}</h1>
      <p class="dim">{aboutArticle(sheet)}</p>
      {stale.length > 0 && (
        <p role="alert" class="alert">
          This sheet has changed since it was corrected: {stale.length} {one ? 'decision was' : 'decisions were'} made
          for another version and {one ? 'is' : 'are'} not applied.
        </p>
      )}
      {reviewedBy.length > 0 && <p class="reviewed">Reviewed by {reviewedBy.join(', ')}</p>}
    </header>
  )
}

/** Where in the application somebody is: the part of the address behind `#`. */
export type Place =
  | { page: 'queue' }
  | { page: 'sheet'; id: string; fact: string | undefined }
  | { page: 'archive'; name: string }

export function placeIn(hash: string): Place {
  const [page, first = '', second] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  if (page === 'sheet' && first !== '') return { page, id: first, fact: second }
  if (page === 'archive') return { page, name: first }
  return { page: 'queue' }
}

export const sheetHref = (id: string, fact?: string): string =>
  `#/sheet/${encodeURIComponent(id)}${fact === undefined ? '' : `/${encodeURIComponent(fact)}`}`

export const archiveHref = (name: string): string => `#/archive/${encodeURIComponent(name)}`

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The last page of the queue, so that `]` and `[` lead on from an article. */
export const lastQueue: { ids: string[] } = { ids: [] }

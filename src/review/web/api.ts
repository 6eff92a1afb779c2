import type { EntityType } from '../../doc/entity.ts'
import type { EntityArchive } from '../archive.ts'
import type { Decision } from '../correction.ts'
import type { Found, Status } from '../queue.ts'
import type { GrammarToken } from '../server.ts'
import type { Row } from '../sheet-index.ts'
import type { DeskSheet } from '../store.ts'

export interface Start {
  sheets: number
  broken: { line: number; why: string }[]
  entityTypes: EntityType[]
  subtypes: Partial<Record<EntityType, string[]>>
}

export type QueueRow = Omit<Row, 'place'> & { status: Status }
export type QueuePage = Omit<Found, 'rows'> & { rows: QueueRow[] }

/** The server says no, in words. */
export class Refused extends Error {}

const sheetPath = (id: string): string => `/api/sheet/${encodeURIComponent(id)}`

export const getStart = (): Promise<Start> => ask('/api/start')

export function getQueue(filters: Readonly<Record<string, string>>, offset: number): Promise<QueuePage> {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''))
  query.set('offset', String(offset))
  return ask(`/api/queue?${query}`)
}

export const getSheet = async (id: string): Promise<DeskSheet> => received(await ask(sheetPath(id)))

/** A sheet without corrections is sent once. */
const received = (desk: DeskSheet & { sheet: DeskSheet['sheet'] | null }): DeskSheet =>
  desk.sheet ? desk : { ...desk, sheet: desk.original }

export const getWhy = async (id: string, sentence: string): Promise<string> =>
  (await ask<{ text: string }>(`${sheetPath(id)}/explain/${sentence}`)).text

export const getGrammar = async (id: string, sentence: string): Promise<GrammarToken[]> =>
  (await ask<{ tokens: GrammarToken[] }>(`${sheetPath(id)}/grammar/${sentence}`)).tokens

export const getNames = async (typed: string): Promise<{ name: string; articles: number }[]> =>
  (await ask<{ names: { name: string; articles: number }[] }>(`/api/names?q=${encodeURIComponent(typed)}`)).names

export const getArchive = (name: string): Promise<EntityArchive> => ask(`/api/archive?name=${encodeURIComponent(name)}`)

/** Sends a decision; one that got lost on the way is sent again, and counts once. */
export async function postDecision(
  id: string,
  post: { reviewer: string; sheetHash: string; decision: Decision },
): Promise<DeskSheet> {
  const body = JSON.stringify({ ...post, id: crypto.randomUUID() })
  const headers = { 'content-type': 'application/json' }
  const send = async (): Promise<DeskSheet> =>
    received(await ask(`${sheetPath(id)}/decisions`, { method: 'POST', body, headers }))
  try {
    return await send()
  } catch (error) {
    if (error instanceof Refused) throw error
    return send()
  }
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init)
  const answer: unknown = await response.json()
  if (!response.ok) throw new Refused((answer as { why?: string }).why ?? response.statusText)
  return answer as T
}

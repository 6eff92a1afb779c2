import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { z } from 'zod'
import { FactwireError, SetupError } from '../base/errors.ts'
import { EntityType, SUBTYPES } from '../doc/entity.ts'
import type { FactSheet } from '../doc/sheet.ts'
import { archiveOf } from './archive.ts'
import { correct } from './correct.ts'
import { Decision } from './correction.ts'
import { findNames, findSheets, type Query, rowsWithName } from './queue.ts'
import { ORDERS } from './sheet-index.ts'
import type { DeskSheet, DeskStore } from './store.ts'

/** What reading a sentence again tells: the rules' decisions, and its grammar. */
export interface Explainer {
  explain(sheet: FactSheet, sentence: string): Promise<string>
  grammar(sheet: FactSheet, sentence: string): Promise<GrammarToken[]>
}

export interface GrammarToken {
  start: number
  end: number
  lemma: string
  upos: string
  /** Index into the sentence's tokens, -1 for its root. */
  head: number
  deprel: string
}

export interface DeskOptions {
  store: DeskStore
  explainer: Explainer
  /** The built page. */
  web: string
}

/** Nothing from elsewhere, nothing inline: hostile article text that became markup could still do nothing. */
export const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'"

const MEDIA: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** An entity of half the archive is shown by its first articles. */
const MAX_ARCHIVE_SHEETS = 500

const optional = z.string().min(1).optional()
const QueueQuery = z.object({
  text: optional,
  entity: optional,
  section: optional,
  type: optional,
  notice: optional,
  from: optional,
  to: optional,
  below: z.coerce.number().optional(),
  status: z.enum(['open', 'begun', 'reviewed', 'changed']).optional(),
  order: z.enum(ORDERS).optional(),
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})

const Post = z.object({ id: z.string(), reviewer: z.string().min(1), sheetHash: z.string(), decision: Decision })

/** The desk as a web application; it answers whoever asks for it by a loopback name, and nobody else. */
export function deskApp({ store, explainer, web }: DeskOptions): Hono {
  const app = new Hono()

  app.use(async (c, next) => {
    // A page of another site can lead its own name to 127.0.0.1, but it cannot hide that name.
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(c.req.header('host') ?? '')) {
      return c.text('This desk answers to 127.0.0.1 and localhost only.', 421)
    }
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== `http://${c.req.header('host')}`) return c.text('Not from elsewhere.', 403)
    await next()
    c.header('content-security-policy', CSP)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cross-origin-resource-policy', 'same-origin')
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })

  app.onError((error, c) =>
    c.json({ why: error instanceof FactwireError ? error.message : 'factwire failed; see its log' }, 500),
  )

  app.get('/api/start', (c) =>
    c.json({
      sheets: store.index.count,
      broken: store.corrections.broken,
      entityTypes: EntityType.options,
      subtypes: SUBTYPES,
    }),
  )

  app.get('/api/queue', (c) => {
    const query = QueueQuery.safeParse(c.req.query())
    if (!query.success) return c.json({ why: query.error.issues[0]!.message }, 400)
    const statuses = store.statuses()
    const { rows, ...found } = findSheets(store.index, query.data as Query, statuses)
    return c.json({
      ...found,
      rows: rows.map(({ place: _, ...row }) => ({ ...row, status: statuses.get(row.id) ?? 'open' })),
    })
  })

  app.get('/api/sheet/:id', (c) => {
    const sheet = store.open(c.req.param('id'))
    return sheet ? c.json(sent(sheet)) : c.json({ why: 'there is no such sheet' }, 404)
  })

  app.post('/api/sheet/:id/decisions', async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ why: 'JSON only' }, 415)
    const posted = Post.safeParse(await c.req.json().catch(() => undefined))
    if (!posted.success) return c.json({ why: z.prettifyError(posted.error) }, 400)
    const outcome = store.decide(c.req.param('id'), posted.data)
    return 'why' in outcome ? c.json({ why: outcome.why }, outcome.status) : c.json(sent(outcome))
  })

  app.get('/api/sheet/:id/explain/:sentence', async (c) => {
    const sheet = store.original(c.req.param('id'))
    if (!sheet) return c.json({ why: 'there is no such sheet' }, 404)
    return c.json({ text: await explainer.explain(sheet, c.req.param('sentence')) })
  })

  app.get('/api/sheet/:id/grammar/:sentence', async (c) => {
    const sheet = store.original(c.req.param('id'))
    if (!sheet) return c.json({ why: 'there is no such sheet' }, 404)
    return c.json({ tokens: await explainer.grammar(sheet, c.req.param('sentence')) })
  })

  app.get('/api/names', (c) => c.json({ names: findNames(store.index, c.req.query('q') ?? '', 30) }))

  app.get('/api/archive', (c) => {
    const name = c.req.query('name') ?? ''
    const rows = rowsWithName(store.index, name).slice(0, MAX_ARCHIVE_SHEETS)
    const sheets = rows.map(({ id }) => correct(store.original(id)!, store.corrections.of(id)).sheet)
    return c.json(archiveOf(name, sheets))
  })

  const index = fileOf(web, 'index.html')
  if (index === undefined) throw new SetupError(`Expected the page of the desk in ${web}: run \`npm run build\``)
  app.get('/', (c) => c.body(index, 200, { 'content-type': MEDIA['.html']! }))
  app.get('/assets/:name', (c) => {
    const name = c.req.param('name')
    // One plain name, so that no path leads out of the folder.
    const content = /^[\w-]+(?:\.[\w-]+)+$/.test(name) ? fileOf(join(web, 'assets'), name) : undefined
    if (content === undefined) return c.notFound()
    const type = MEDIA[extname(name)] ?? 'application/octet-stream'
    return c.body(content, 200, { 'content-type': type, 'cache-control': 'max-age=31536000, immutable' })
  })
  return app
}

/** What has no corrections goes over the wire once. */
const sent = (sheet: DeskSheet): object => (sheet.sheet === sheet.original ? { ...sheet, sheet: null } : sheet)

/** Listens on 127.0.0.1 only. `port` 0 takes a free one. Gives the address and how to stop. */
export function serveDesk(options: DeskOptions, port: number): Promise<{ url: string; close: () => Promise<void> }> {
  const app = deskApp(options)
  return new Promise((done, fail) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, ({ port: taken }) => {
      const close = (): Promise<void> => new Promise((closed) => server.close(() => closed()))
      done({ url: `http://127.0.0.1:${taken}/`, close })
    })
    server.on('error', (cause) => fail(new SetupError(`Expected a free port: ${cause.message}`, { cause })))
  })
}

function fileOf(folder: string, name: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(readFileSync(join(folder, name)))
  } catch {
    return undefined
  }
}

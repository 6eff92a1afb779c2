import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { ReadError, SetupError } from '../../src/base/errors.ts'
import type { Entity } from '../../src/doc/entity.ts'
import { placesOf } from '../../src/link/build-places.ts'
import { chooseLinks } from '../../src/link/choose-link.ts'
import { readDictionary } from '../../src/link/dictionary.ts'
import { Kb, type Known, nameKeyOf, writeKb } from '../../src/link/kb-file.ts'
import { readWikidata } from '../../src/link/wikidata.ts'

const folder = mkdtempSync(join(tmpdir(), 'factwire-link-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const place = (id: string, name: string, country: string, weight: number, subtype = 'city'): Known => ({
  kb: 'wikidata',
  id,
  name,
  aliases: [],
  type: 'place',
  subtype,
  country,
  weight,
})
const entity = (name: string, more: Partial<Entity> = {}): Entity => ({
  id: 'E1',
  type: 'place',
  name,
  aliases: [],
  mentions: [{ start: 0, end: name.length, text: name, kind: 'name' }],
  salience: 0.1,
  confidence: 0.9,
  links: [],
  ...more,
})

describe('a file of knowledge', () => {
  const known = [
    { ...place('Q1', 'Vélorne', 'XA', 900_000), aliases: ['the City of Velorne', 'V.L.'] },
    place('Q2', 'Velorne', 'XB', 30_000),
    place('Q3', 'Ostmark 北', 'XA', 5_000_000_000),
  ]
  const bytes = writeKb(known, { title: 'Test', licence: 'CC0-1.0' })
  const kb = new Kb(bytes, 'test.kb')

  test('finds by every name, whatever its case, accents, stops and article', () => {
    expect(kb.lookup('VELORNE').map(({ id }) => id)).toEqual(['Q1', 'Q2'])
    expect(kb.lookup('City of Vélorne').map(({ id }) => id)).toEqual(['Q1'])
    expect(kb.lookup('VL').map(({ id }) => id)).toEqual(['Q1'])
    expect(kb.lookup('ostmark 北')).toEqual([{ ...known[2], weight: 2 ** 31 - 1 }])
    expect(kb.lookup('Velorn')).toEqual([])
    expect(kb.lookup('')).toEqual([])
  })

  test('is the same bytes each time, and tells its title and licence', () => {
    expect(writeKb(known, { title: 'Test', licence: 'CC0-1.0' })).toEqual(bytes)
    expect([kb.title, kb.licence]).toEqual(['Test', 'CC0-1.0'])
  })

  test('is refused when it is none, or of another version', () => {
    expect(() => new Kb(new Uint8Array(20), 'x.kb')).toThrow(SetupError)
    const later = bytes.slice()
    later[4] = 9
    expect(() => new Kb(later, 'x.kb')).toThrow(/version 1, got 9/)
  })

  test('names meet under one key', () => {
    expect(nameKeyOf('The  Côte-d’Or')).toBe(nameKeyOf("cote d'or"))
  })
})

describe('which of several', () => {
  const choose = (rivals: Known[], spoken: string[] = [], more: Partial<Entity> = {}) =>
    chooseLinks(entity('Velorne', more), rivals, new Set(spoken)).map(({ id }) => id)

  test('the far larger city, none of two like ones, the one whose country is spoken of', () => {
    expect(choose([place('Q1', 'Velorne', 'XA', 900_000), place('Q2', 'Velorne', 'XB', 30_000)])).toEqual(['Q1'])
    const like = [place('Q1', 'Velorne', 'XA', 400_000), place('Q2', 'Velorne', 'XB', 300_000)]
    expect(choose(like)).toEqual([])
    expect(choose(like, ['XB'])).toEqual(['Q2'])
  })

  test('a country before a city; a city before the province of its name', () => {
    expect(choose([place('Q1', 'Velorne', 'XA', 9e8, 'country'), place('Q2', 'Velorne', 'XB', 3e6)])).toEqual(['Q1'])
    expect(choose([place('Q1', 'Velorne', 'XA', 2e6, 'province'), place('Q2', 'Velorne', 'XA', 1.8e6)])).toEqual(['Q2'])
  })

  test('a village is not linked, nor anything of another type or kind', () => {
    expect(choose([place('Q1', 'Velorne', 'XA', 3_000)])).toEqual([])
    expect(choose([place('Q1', 'Velorne', 'XA', 3e6)], [], { type: 'organization' })).toEqual([])
    expect(choose([place('Q1', 'Velorne', 'XA', 3e6)], [], { subtype: 'water' })).toEqual([])
  })
})

describe('dictionaries', () => {
  test('CSV with quoted cells, and JSON lines', () => {
    const csv = 'name,type,id,aliases\n"Norvik, Ltd",organization,n1,"Norvik|NVK"\n\n"Say ""hi""",product,p1,\n'
    expect(readDictionary(csv, 'mine.csv')).toMatchObject([
      { kb: 'own', id: 'n1', name: 'Norvik, Ltd', aliases: ['Norvik', 'NVK'], type: 'organization' },
      { id: 'p1', name: 'Say "hi"', aliases: [], type: 'product' },
    ])
    const jsonl = '{"name":"Norvik","type":"organization","id":"n1","aliases":["NVK"],"kb":"crm"}\n'
    expect(readDictionary(jsonl, 'mine.jsonl')).toMatchObject([{ kb: 'crm', id: 'n1', aliases: ['NVK'] }])
  })

  test('a row that cannot be used is named', () => {
    expect(() => readDictionary('name,type,id\nNorvik,firm,n1\n', 'mine.csv')).toThrow(
      /got `firm` \(mine.csv, line 2\)/,
    )
    expect(() => readDictionary('name,type,id\nNorvik,organization,\n', 'mine.csv')).toThrow(/a name and an id/)
    expect(() => readDictionary('{', 'mine.jsonl')).toThrow(SetupError)
  })
})

describe('a dump of Wikidata', () => {
  const wiki = (pages: number) => Object.fromEntries(Array.from({ length: pages }, (_, i) => [`w${i}wiki`, {}]))
  const isA = (...ids: string[]) => ids.map((id) => ({ mainsnak: { datavalue: { value: { id } } }, rank: 'normal' }))
  const items = [
    {
      type: 'item',
      id: 'Q9001',
      labels: { en: { value: 'Velorne' }, de: { value: 'Welorn' } },
      aliases: { en: [{ value: 'Velorne City' }] },
      claims: {
        P31: isA('Q99999', 'Q515'),
        P1082: [
          { mainsnak: { datavalue: { value: { amount: '+812000' } } }, rank: 'normal' },
          { mainsnak: { datavalue: { value: { amount: '+999999999' } } }, rank: 'deprecated' },
        ],
      },
      sitelinks: wiki(12),
    },
    {
      type: 'item',
      id: 'Q9002',
      labels: { en: { value: 'Norvik' } },
      claims: { P31: isA('Q4830453') },
      sitelinks: wiki(7),
    },
    { type: 'item', id: 'Q9003', labels: { en: { value: 'Nobody' } }, claims: { P31: isA('Q5') }, sitelinks: wiki(1) },
    {
      type: 'item',
      id: 'Q9004',
      labels: { en: { value: 'Blue' } },
      claims: { P31: isA('Q1075') },
      sitelinks: wiki(90),
    },
    { type: 'item', id: 'Q9005', labels: { de: { value: 'Ohne' } }, claims: { P31: isA('Q5') }, sitelinks: wiki(9) },
    { type: 'property', id: 'P1', labels: { en: { value: 'part' } } },
  ]
  const dump = `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`

  test.each([
    ['packed', 'dump.json.gz', gzipSync(dump)],
    ['plain', 'dump.json', Buffer.from(dump)],
  ])('%s: what is of a known class and known enough', async (_, name, bytes) => {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    const known: Known[] = []
    for await (const one of readWikidata(file)) known.push(one)
    expect(known).toEqual([
      {
        kb: 'wikidata',
        id: 'Q9001',
        name: 'Velorne',
        aliases: ['Velorne City'],
        type: 'place',
        subtype: 'city',
        country: '',
        weight: 812_000,
      },
      {
        kb: 'wikidata',
        id: 'Q9002',
        name: 'Norvik',
        aliases: [],
        type: 'organization',
        subtype: 'company',
        country: '',
        weight: 7,
      },
    ])
    const kb = new Kb(writeKb(known, { title: 'Wikidata', licence: 'CC0-1.0' }), 'wikidata.kb')
    expect(kb.lookup('Velorne City').map(({ id }) => id)).toEqual(['Q9001'])
  })

  test('a broken line is named', async () => {
    const file = join(folder, 'broken.json')
    writeFileSync(file, '[\n{"id":\n]\n')
    const read = async () => {
      for await (const _ of readWikidata(file)) expect.fail('no item')
    }
    await expect(read()).rejects.toThrow(ReadError)
    await expect(read()).rejects.toThrow(/line 2/)
  })
})

describe('a table of places', () => {
  const columns = 'wikidata name kind country state population latitude longitude demonym note'.split(' ')
  const row = (...cells: string[]) => [...cells, ...columns.slice(cells.length).map(() => '')].slice(0, 9)
  const table = [
    columns,
    [...row('Q1', 'Velornia', 'country', 'XA'), 'Velorne'],
    [...row('Q2', 'Velorne', 'state', 'XA'), 'municipality'],
    [...row('Q3', 'Ostmark', 'state', 'XA'), 'province'],
    [...row('Q4', 'Port Ost', 'state', 'XA'), 'municipality'],
    [...row('Q5', 'Norvik', 'state', 'XB'), 'municipality'],
    [...row('Q6', 'Halvor', 'state', 'XB'), 'country'],
    [...row('Q7', 'Lund', 'state', 'XB'), 'county'],
    [...row('Q7', 'Lund', 'city', 'XB', '', '90000'), ''],
    [...row('Q8', 'Hamlet', 'city', 'XB', '', '900'), ''],
  ]
  const kinds = placesOf(table.map((cells) => cells.join('\t')).join('\n')).map(({ id, subtype }) => `${id} ${subtype}`)

  test('a city that is a province of its own is a city; a county and a hamlet are left out', () => {
    expect(kinds).toEqual(['Q2 city', 'Q3 province', 'Q4 city', 'Q6 country'])
  })

  test('what stands there twice is no rival of itself', () => {
    const twice = [place('Q2', 'Velorne', 'XA', 900_000), place('Q2', 'Velorne', 'XA', 800_000)]
    expect(chooseLinks(entity('Velorne'), twice, new Set()).map(({ id }) => id)).toEqual(['Q2'])
  })
})

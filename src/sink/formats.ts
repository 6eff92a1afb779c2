import csv from './formats/csv.ts'
import duckdb from './formats/duckdb.ts'
import graphml from './formats/graphml.ts'
import json from './formats/json.ts'
import jsonLd from './formats/json-ld.ts'
import jsonl from './formats/jsonl.ts'
import jsonlGz from './formats/jsonl-gz.ts'
import nquads from './formats/nquads.ts'
import openrefine from './formats/openrefine.ts'
import parquet from './formats/parquet.ts'
import quickstatements from './formats/quickstatements.ts'
import turtle from './formats/turtle.ts'
import type { Sink } from './sink.ts'

/** In the order of the help. */
export const SINKS: readonly Sink[] = [
  json,
  jsonl,
  jsonlGz,
  duckdb,
  parquet,
  csv,
  turtle,
  nquads,
  jsonLd,
  quickstatements,
  openrefine,
  graphml,
]

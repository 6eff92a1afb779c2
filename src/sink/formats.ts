import json from './formats/json.ts'
import jsonl from './formats/jsonl.ts'
import jsonlGz from './formats/jsonl-gz.ts'
import type { Sink } from './sink.ts'

/** In the order of the help. */
export const SINKS: readonly Sink[] = [json, jsonl, jsonlGz]

import html from './views/html.ts'
import json from './views/json.ts'
import text from './views/text.ts'

export const VIEWS = [json, text, html]

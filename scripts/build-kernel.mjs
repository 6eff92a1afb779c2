// Assembles src/parse/network.wat into src/parse/network-kernel.ts, so that the kernel needs no file at run time.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import assembler from 'wabt'

const file = (name) => fileURLToPath(new URL(`../src/parse/${name}`, import.meta.url))
const { parseWat } = await assembler()
const module = parseWat('network.wat', readFileSync(file('network.wat'), 'utf8'), { simd: true, threads: true })
module.validate({ threads: true })
const bytes = Buffer.from(module.toBinary({}).buffer).toString('base64')
const lines = bytes.match(/.{1,108}/g).map((line) => `  '${line}',`)
writeFileSync(
  file('network-kernel.ts'),
  `/** network.wat, assembled by \`npm run kernel\`. */\nexport const KERNEL = [\n${lines.join('\n')}\n].join('')\n`,
)

// Removes the last build: a source that is gone must not live on in the package. Runs before `npm pack`.
import { rmSync } from 'node:fs'

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true })

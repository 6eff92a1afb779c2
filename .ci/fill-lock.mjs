// Adds to package-lock.json the per-platform optional packages that `npm install` left out because the
// registry did not have them, so that `npm ci` accepts the lock. Run after every install that rewrites it.
//   node fill-lock.mjs package-lock.json
import { readFileSync, writeFileSync } from 'node:fs'

const OS = /(android|darwin|freebsd|linux|win32|openharmony|netbsd|openbsd|sunos|aix|windows|macos)/
const CPU =
  /(arm64|x64|ia32|ppc64|riscv64|s390x|loong64|mips64el|wasm32|arm)(?!.*(arm64|x64|ia32|ppc64|riscv64|s390x|loong64|arm))/

const file = process.argv[2] ?? 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))

/** Is `dependency` found from the package at `path`, the way Node looks for it: here, then outwards? */
function found(path, dependency) {
  for (let at = path; ; ) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${dependency}`]) return true
    if (!at) return false
    const cut = at.lastIndexOf('node_modules/')
    at = cut <= 0 ? '' : at.slice(0, cut - 1)
  }
}

function platform(name) {
  const os = OS.exec(name)?.[1]
  const cpu = CPU.exec(name)?.[1]
  return { os: { windows: 'win32', macos: 'darwin' }[os] ?? os, cpu }
}

let added = 0
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [dependency, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (found(path, dependency)) continue
    const { os, cpu } = platform(dependency)
    lock.packages[`node_modules/${dependency}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...(entry.dev && { dev: true }),
      ...(cpu && { cpu: [cpu] }),
      optional: true,
      ...(os && { os: [os] }),
    }
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} entries added`)

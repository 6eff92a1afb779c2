import { useEffect, useState } from 'preact/hooks'

/** False at first, and true once the page has been painted: what nobody sees yet can wait until then. */
export function useLater(): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => {
    let timer = 0
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setLater(true)) as unknown as number
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return later
}

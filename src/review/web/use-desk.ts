import { useEffect, useRef, useState } from 'preact/hooks'
import type { Decision } from '../correction.ts'
import type { DeskSheet } from '../store.ts'
import { getSheet, postDecision } from './api.ts'
import { inWords } from './decisions.tsx'

export interface Desk {
  desk: DeskSheet | undefined
  /** Why there is no sheet. */
  failed: string
  /** What has just happened, for the status line. */
  said: string
  /** Why the last decision was not taken. */
  refused: string
  setSaid(words: string): void
  setRefused(why: string): void
  /** Sends a decision; true when it has been kept. */
  decide(decision: Decision): Promise<boolean>
}

/** A sheet as the server has it, and the way to decide on it: one decision after the other. */
export function useDesk(id: string, reviewer: string): Desk {
  const [desk, setDesk] = useState<DeskSheet>()
  const [failed, setFailed] = useState('')
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState('')
  const last = useRef<Promise<boolean>>(Promise.resolve(true))

  useEffect(() => {
    getSheet(id).then(setDesk, (error: Error) => setFailed(error.message))
  }, [id])
  useEffect(() => {
    if (desk) document.title = `${desk.original.article.headline ?? id} · factwire desk`
  }, [desk, id])

  const send = async (decision: Decision, sheetHash: string): Promise<boolean> => {
    try {
      setDesk(await postDecision(id, { reviewer, sheetHash, decision }))
      setSaid(`${reviewer} ${inWords(decision)}`)
      setRefused('')
      return true
    } catch (error) {
      setRefused((error as Error).message)
      setSaid(`Not taken: ${(error as Error).message}`)
      return false
    }
  }
  const decide = (decision: Decision): Promise<boolean> => {
    if (!desk) return Promise.resolve(false)
    if (reviewer === '') {
      setSaid('Say who you are first.')
      document.getElementById('reviewer')?.focus()
      return Promise.resolve(false)
    }
    last.current = last.current.then(() => send(decision, desk.sheetHash))
    return last.current
  }
  return { desk, failed, said, refused, setSaid, setRefused, decide }
}

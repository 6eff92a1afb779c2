import { isMainThread } from 'node:worker_threads'
import { serve } from './worker.ts'

// The file a worker thread is started with.
if (!isMainThread) await serve()

import { factRule } from '../fact-rule.ts'
import { behind, framed, frames, patient, subject, verbs } from '../frame.ts'

const WHAT = ['event', 'words'] as const
const DATE = behind('for|on|in|from|between|during|', 'date')
const FRAMES = frames([
  {
    verbs: verbs('schedule, slate, plan, postpone, hold'),
    voice: 'passive',
    roles: { event: patient(...WHAT), date: DATE },
    confidence: 0.75,
  },
  {
    verbs: verbs('take place, kick off, begin, open, start'),
    roles: { event: subject('event'), date: DATE },
    confidence: 0.7,
  },
])

export default factRule({
  name: 'schedule',
  about: 'When an event is to be held.',
  types: ['event.scheduled'],
  find: (view) => framed(view, 'event.scheduled', FRAMES),
  examples: [['The summit is scheduled for November.', { event: 'The summit', date: 'November' }]],
  not: ['The summit ended in tears.'],
})

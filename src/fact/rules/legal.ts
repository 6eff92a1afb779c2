import { factRule } from '../fact-rule.ts'
import { agent, behind, type Frame, framed, frames, object, patient, subject, verbs } from '../frame.ts'

const WHO = ['person', 'organization', 'product', 'group', 'words'] as const
const AUTHORITY = agent('organization', 'person', 'place', 'words')
const CHARGE = behind('for|on|over|with|of|in', 'words')

const step = (lemmas: string, action: string, more: Partial<Frame> = {}): Frame => ({
  verbs: verbs(lemmas),
  roles: { target: patient(...WHO), authority: AUTHORITY, charge: CHARGE },
  attributes: { action },
  confidence: 0.8,
  ...more,
})

const FRAMES = frames([
  step('arrest, apprehend, nab', 'arrested'),
  step('detain, jail', 'detained', {
    roles: { target: patient(...WHO), authority: AUTHORITY, charge: CHARGE, penalty: behind('for', 'duration') },
  }),
  step('indict, prosecute', 'charged'),
  step('charge', 'charged', { voice: 'passive' }),
  step('charge', 'charged', { roles: { target: patient('person', 'group'), authority: AUTHORITY, charge: CHARGE } }),
  step('convict', 'convicted'),
  step('acquit', 'acquitted'),
  step('clear, exonerate', 'cleared', { voice: 'passive' }),
  step('investigate, probe', 'investigated'),
  step('sue', 'sued', { roles: { target: patient(...WHO), plaintiff: AUTHORITY, charge: CHARGE } }),
  step('sentence', 'sentenced', {
    roles: {
      target: patient(...WHO),
      authority: AUTHORITY,
      penalty: behind('to', 'duration', 'money', 'words'),
      charge: behind('for|on|over', 'words'),
    },
  }),
  step('fine', 'fined', {
    roles: {
      target: patient(...WHO),
      authority: AUTHORITY,
      penalty: [object('money'), behind('', 'money')],
      charge: CHARGE,
    },
  }),
  step('ban, outlaw, suspend, bar', 'banned', {
    roles: { target: patient(...WHO), authority: AUTHORITY, charge: behind('for|over', 'words') },
  }),
  step('raid, search', 'searched', {
    roles: { target: patient('person', 'organization', 'place', 'product', 'words'), authority: AUTHORITY },
  }),
  step('seize, confiscate, impound', 'seized', {
    roles: { target: patient('person', 'organization', 'product', 'words'), authority: AUTHORITY },
  }),
  {
    verbs: ['plead'],
    roles: { target: subject(...WHO), charge: behind('to', 'words') },
    attributes: { action: 'convicted' },
    confidence: 0.55,
  },
])

export default factRule({
  name: 'legal',
  about: 'A step of the law against somebody: arrest, charge, trial, sentence.',
  types: ['event.legal'],
  find: (view) => framed(view, 'event.legal', FRAMES),
  examples: [
    ['Police arrested John Smith in London.', { target: 'John Smith', '@action': 'arrested' }],
    ['John Smith was sentenced to five years in prison.', { target: 'John Smith', '@action': 'sentenced' }],
    ['The court fined Microsoft $5 million.', { target: 'Microsoft', penalty: '$5 million', '@action': 'fined' }],
  ],
  not: ['John Smith searched for his keys.', 'The bank charges high fees.'],
})

import { expect, test } from 'vitest'
import { crc32 } from '../../src/base/crc32.ts'

test('the check value of CRC-32, whole and in parts', () => {
  const bytes = Buffer.from('123456789')
  expect(crc32(bytes)).toBe(0xcbf43926)
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926)
})

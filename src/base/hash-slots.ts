/**
 * Where a key stands in an open-addressed table (linear probing), or, where it does not, the empty slot it would take. The
 * table's length is a power of two with room to spare; 0 stands for an empty slot and is no key.
 */
export function slotOf(keys: Int32Array, key: number): number {
  const mask = keys.length - 1
  let slot = key & mask
  while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask
  return slot
}

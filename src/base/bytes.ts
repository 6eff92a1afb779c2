/** The bytes that a view shows, not copied. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

/** A copy that is not copied again when it is handed to another thread: they share it. */
export function sharedCopy(view: ArrayBufferView): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(view.byteLength)
  Buffer.from(memory).set(bytesOf(view))
  return memory
}

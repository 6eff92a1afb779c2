// Writes the smallest model of token classification there is: a table from piece to logits, as an ONNX file. Only the
// fields that are needed of the format (onnx.proto, IR version 8, operators 13).

const varint = (value: number): number[] => {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest]
    bytes.push((rest % 128) + 128)
  }
}
const number = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)]
const bytes = (field: number, content: Iterable<number>): number[] => {
  const list = [...content]
  return [...varint(field * 8 + 2), ...varint(list.length), ...list]
}
const text = (field: number, content: string): number[] => bytes(field, Buffer.from(content))

const FLOAT = 1
const INT64 = 7

/** A named tensor; a dimension that is a string may have any length. */
function valueInfo(name: string, element: number, dimensions: readonly (number | string)[]): number[] {
  const shape = dimensions.flatMap((size) => bytes(1, typeof size === 'number' ? number(1, size) : text(2, size)))
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, element), ...bytes(2, shape)]))]
}

/** A model that gives each piece its row of `table`: input `input_ids`, output `logits`. */
export function tinyOnnx(table: readonly (readonly number[])[]): Uint8Array {
  const width = table[0]!.length
  const values = Float32Array.from(table.flat())
  const initializer = [
    ...number(1, table.length),
    ...number(1, width),
    ...number(2, FLOAT),
    ...text(8, 'table'),
    ...bytes(9, new Uint8Array(values.buffer)),
  ]
  const node = [...text(1, 'table'), ...text(1, 'input_ids'), ...text(2, 'logits'), ...text(4, 'Gather')]
  const graph = [
    ...bytes(1, node),
    ...text(2, 'tiny'),
    ...bytes(5, initializer),
    ...bytes(11, valueInfo('input_ids', INT64, [1, 'pieces'])),
    ...bytes(12, valueInfo('logits', FLOAT, [1, 'pieces', width])),
  ]
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, [...text(1, ''), ...number(2, 13)])])
}

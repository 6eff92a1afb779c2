import type { View } from '../view.ts'

/** The sheet itself: indented when alone, one line each when several share a stream (JSON Lines). */
const json: View = {
  name: 'json',
  extension: 'json',
  render: (sheet, { several }) => `${JSON.stringify(sheet, null, several ? 0 : 2)}\n`,
}
export default json

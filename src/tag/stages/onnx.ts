import { join } from 'node:path'
import { z } from 'zod'
import { SetupError } from '../../base/errors.ts'
import { EntityType } from '../../doc/entity.ts'
import { modelMentions, sentences, tokens } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { openOnnx } from '../onnx-session.ts'
import { LABEL_TYPES, readLabel, tagWithOnnx } from '../onnx-tagger.ts'
import { readWordPieces } from '../word-pieces.ts'

const Config = z.object({ id2label: z.record(z.string(), z.string()) })

/**
 * Names by a user's own token classification model with word pieces, in place of `tag/model`: a folder with `model.onnx`,
 * `config.json` (`id2label`) and `vocab.txt`. Needs onnxruntime-node, which factwire does not bring along.
 */
export default stage({
  name: 'onnx',
  needs: { tokens, sentences },
  gives: { modelMentions },
  options: z.strictObject({
    /** The folder: `./ner` is beside the pipeline file. */
    model: z.string(),
    lowerCase: z.boolean().default(false),
    window: z.int().min(8).default(256),
    overlap: z.int().min(0).default(48),
    /** Types of the model's labels that are not known, or to be called otherwise: `{ "MISC": "product" }`. */
    types: z.record(z.string(), EntityType).default({}),
  }),

  load({ model, lowerCase, window, overlap, types }, resources) {
    if (overlap >= window - 2)
      throw new SetupError(`Expected \`overlap\` to be less than \`window\` - 2, got ${overlap} and ${window}`)
    const folder = resources.path('models', model)
    const read = (file: string): Buffer => resources.bytes(join(folder, file))
    const config = Config.safeParse(JSON.parse(read('config.json').toString('utf8')))
    if (!config.success) throw new SetupError(`${z.prettifyError(config.error)} (${join(folder, 'config.json')})`)
    const file = join(folder, 'model.onnx')
    // The runtime reads the file by its path; it is read here for the hash of the pipeline.
    read('model.onnx')
    const names = Object.entries(config.data.id2label).sort(([a], [b]) => Number(a) - Number(b))
    const tagger = {
      labels: names.map(([, label]) => readLabel(label, { ...LABEL_TYPES, ...types })),
      pieces: readWordPieces(read('vocab.txt').toString('utf8'), lowerCase),
      session: openOnnx(file),
      window,
      overlap,
    }
    return ({ tokens, sentences }) => ({ modelMentions: tagWithOnnx(tagger, tokens, sentences) })
  },
})

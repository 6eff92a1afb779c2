import choose from './stages/choose.ts'
import lexicon from './stages/lexicon.ts'
import model from './stages/model.ts'
import onnx from './stages/onnx.ts'
import rules from './stages/rules.ts'

export const tagStages = [choose, lexicon, model, onnx, rules]

import './kinds/train.ts'
import './words/train.ts'
import './ask/train.ts'
import './charts/train.ts'

import './kinds/train.ts'
import './ask/train.ts'

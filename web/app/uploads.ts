import { uploads as uploadCalls } from '../api.ts'
import { hashFile } from '../features/upload/hash-file.ts'
import { createUploads } from '../features/upload/model.ts'
import { sendPart } from '../features/upload/send-part.ts'
import { takeDataset } from './workspace.ts'

/** The uploads of this visit; they go on while the person moves between screens. */
export const uploads = createUploads({
  begin: uploadCalls.begin,
  complete: uploadCalls.complete,
  cancel: uploadCalls.cancel,
  sendPart,
  hash: hashFile,
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  onDataset: takeDataset,
})

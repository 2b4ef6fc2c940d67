import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { onceFor } from '#core/once-for.ts'
import type { Services } from './services.ts'

/** The models that were requested, by dataset, version and number of the model. */
export const knownModels = onceFor<Services, Map<string, SemanticModel>>(() => new Map())

/** The model is requested again: questions are read differently from now on. */
export function forgetModel(services: Services, dataset: string): void {
  const models = knownModels(services)
  for (const key of models.keys()) if (key.startsWith(`${dataset} `)) models.delete(key)
}

/** The folder of all versions of a dataset in R2; the sample's versions lie elsewhere. */
export const folderOfDataset = (workspace: string, dataset: string): string => `${workspace}/${dataset}/`

/** The folder of one version of a dataset in R2. */
export const folderOf = (workspace: string, dataset: string, version: string): string =>
  `${folderOfDataset(workspace, dataset)}${version}/`

/** Files of everybody's sample; never deleted with a dataset. */
export const isShared = (folder: string): boolean => folder.startsWith('sample/')

/** What a version's folder holds. */
export const folderFiles = (folder: string) => ({
  data: `${folder}data.parquet`,
  profile: `${folder}profile.json`,
  /** Of a version that a recipe made: the recipe, and what applying it did. */
  recipe: `${folder}recipe.json`,
  log: `${folder}log.json`,
})

/** The uploaded file keeps its ending, so that a reader can be chosen by it. */
export const originalFile = (folder: string, fileName: string): string =>
  `${folder}original${/\.[a-z0-9]{1,10}$/i.exec(fileName)?.[0].toLowerCase() ?? ''}`

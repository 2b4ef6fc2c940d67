/** R2 folder of a dataset's versions; the sample's are elsewhere. */
export const folderOfDataset = (workspace: string, dataset: string): string => `${workspace}/${dataset}/`

/** R2 folder of one version. */
export const folderOf = (workspace: string, dataset: string, version: string): string =>
  `${folderOfDataset(workspace, dataset)}${version}/`

/** True for the shared sample's files, which are never deleted with a dataset. */
export const isShared = (folder: string): boolean => folder.startsWith('sample/')

/** Files in a version's folder. */
export const folderFiles = (folder: string) => ({
  data: `${folder}data.parquet`,
  profile: `${folder}profile.json`,
  /** For a version made by a recipe: the recipe and its log. */
  recipe: `${folder}recipe.json`,
  log: `${folder}log.json`,
})

/** Keeps the file extension, which chooses the reader. */
export const originalFile = (folder: string, fileName: string): string =>
  `${folder}original${/\.[a-z0-9]{1,10}$/i.exec(fileName)?.[0].toLowerCase() ?? ''}`

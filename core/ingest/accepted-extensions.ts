/** Endings of the names of files that can be read, for pickers that must not load the readers. A test holds the registry to it. */
export const acceptedExtensions: readonly string[] =
  'csv tsv tab txt psv dat xlsx xlsm xltx xls xlt ods ots json ndjson jsonl geojson parquet pq parq arrow arrows feather ipc sqlite sqlite3 db db3 s3db gpkg zip gz gzip bgz tgz'.split(
    ' ',
  )

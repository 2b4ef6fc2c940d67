const aggregates = `any_value approx_count_distinct approx_quantile arbitrary arg_max arg_min argmax argmin array_agg avg
  bit_and bit_or bit_xor bitstring_agg bool_and bool_or corr count count_if count_star covar_pop covar_samp entropy favg first fsum geomean
  geometric_mean group_concat grouping_id histogram kahan_sum kurtosis last list mad max max_by mean median min min_by mode product
  quantile quantile_cont quantile_disc regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy
  regr_syy reservoir_quantile sem skewness stddev stddev_pop stddev_samp string_agg sum sum_no_overflow sumkahan var_pop
  var_samp variance percentile_cont percentile_disc listagg`

const windows = `row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value rank_dense`

const numbers = `abs acos add asin atan atan2 bar bit_count cbrt ceil ceiling cos cot degrees divide even exp factorial fdiv floor fmod
  gamma gcd greatest greatest_common_divisor isfinite isinf isnan lcm least least_common_multiple lgamma ln log log10 log2
  mod multiply nextafter pi pow power radians random round round_even roundbankers sign signbit sin sqrt subtract tan trunc
  xor width_bucket set_bit get_bit bit_length bit_position bitstring formatreadabledecimalsize format_bytes
  pg_size_pretty to_base hash`

const texts = `array_extract ascii base64 bin chr concat concat_ws contains damerau_levenshtein decode editdist3 encode ends_with
  format from_base64 from_binary from_hex hamming hex ilike_escape instr jaccard jaro_similarity jaro_winkler_similarity
  lcase left left_grapheme length length_grapheme len levenshtein like_escape lower lpad ltrim md5 md5_number
  md5_number_lower md5_number_upper mismatches nfc_normalize not_ilike_escape not_like_escape octet_length ord prefix printf regexp_extract regexp_extract_all
  regexp_full_match regexp_matches regexp_replace regexp_split_to_array repeat replace reverse right right_grapheme rpad
  rtrim sha256 split split_part starts_with str_split str_split_regex string_split string_split_regex string_to_array
  strip_accents strlen strpos substr substring substring_grapheme suffix to_base64 to_binary to_hex translate trim ucase
  unbin unhex unicode upper char_length character_length overlay position try_strptime`

const moments = `age century datediff date_diff date_part datepart date_sub datesub date_trunc datetrunc date_add day dayname dayofmonth dayofweek
  dayofyear decade epoch epoch_ms epoch_ns epoch_us era get_current_time get_current_timestamp hour isodow isoyear
  julian last_day make_date make_time make_timestamp microsecond millennium millisecond minute month monthname now quarter second strftime strptime
  time_bucket to_days to_hours to_microseconds to_milliseconds to_minutes to_months to_seconds to_timestamp to_years today
  transaction_timestamp week weekday weekofyear year yearweek current_date current_time current_timestamp date timestamp`

const nested = `array_aggr array_aggregate array_append array_apply array_cat array_concat array_contains array_distinct array_filter
  array_has array_has_all array_has_any array_indexof array_intersect array_length array_pop_back array_pop_front
  array_position array_prepend array_push_back array_push_front array_reverse array_reverse_sort array_resize array_slice array_sort
  array_to_string array_transform array_unique apply cardinality combine element_at filter finalize flatten generate_series
  list_aggr list_aggregate list_any_value list_append list_apply list_approx_count_distinct list_avg list_bit_and
  list_bit_or list_bit_xor list_bool_and list_bool_or list_cat list_concat list_contains list_cosine_similarity
  list_count list_distance list_distinct list_dot_product list_element list_entropy list_extract list_filter list_first
  list_has list_has_all list_has_any list_histogram list_indexof list_inner_product list_intersect list_kurtosis
  list_last list_mad list_max list_median list_min list_mode list_pack list_position list_prepend list_product
  list_resize list_reverse list_reverse_sort list_sem list_skewness list_slice list_sort list_stddev_pop
  list_stddev_samp list_string_agg list_sum list_transform list_unique list_value list_var_pop list_var_samp map
  map_concat map_entries map_extract map_from_entries map_keys map_values range row struct_extract struct_insert
  struct_pack union_extract union_tag union_value unnest aggregate enum_code enum_first enum_last enum_range
  enum_range_boundary`

const others = `coalesce nullif ifnull if error gen_random_uuid uuid typeof pg_typeof alias grouping nvl`

const words = (text: string): readonly string[] => text.split(/\s+/)

/** Every allowed function: pure functions of values. */
export const allowedFunctions: ReadonlySet<string> = new Set(
  [aggregates, windows, numbers, texts, moments, nested, others].flatMap(words),
)

/** Functions of an ordered set of rows. */
export const windowFunctions: ReadonlySet<string> = new Set(words(windows))

/** Functions whose second argument is a regular expression. */
export const patternFunctions: ReadonlySet<string> = new Set(
  words(`regexp_matches regexp_full_match regexp_extract regexp_extract_all regexp_replace regexp_split_to_array
  string_split_regex str_split_regex`),
)

/** Functions allowed in FROM. */
export const tableFunctions: ReadonlySet<string> = new Set(['unnest', 'range', 'generate_series'])

/** Functions whose output size follows a number argument, with the maximum literal for each. */
export const sizedFunctions: Readonly<Record<string, number>> = {
  range: 1_000_000,
  generate_series: 1_000_000,
  repeat: 10_000,
  lpad: 10_000,
  rpad: 10_000,
  list_resize: 100_000,
  array_resize: 100_000,
  to_base: 10_000_000_000_000,
  bar: 10_000,
  set_bit: 100_000,
  bitstring: 100_000,
}

"""DuckDB's own functions that a rule may call: pure ones, none that reads, waits or rolls dice."""

from __future__ import annotations

from zhenggai.checking.functions import FUNCTIONS

_OPERATORS = """
! != % & && * ** + - / // < << <= <> = > >= >> @ ^ ^@ | || ~ ~~ ~~* !~~ !~~* ~~~ <@ @>
__postfix __between like_escape not_like_escape ilike_escape not_ilike_escape
"""
_NUMBERS = """
abs ceil ceiling even exp floor fmod greatest isfinite isinf isnan least ln log log10 log2 mod
pow power round round_even sign sqrt trunc divide multiply subtract add
"""
_TEXT = """
ascii char_length character_length chr concat concat_ws contains damerau_levenshtein editdist3
ends_with format instr jaccard jaro_similarity jaro_winkler_similarity lcase left length
levenshtein lower ltrim md5 mismatches nfc_normalize ord position prefix printf regexp_escape
regexp_extract regexp_extract_all regexp_full_match regexp_matches regexp_replace
regexp_split_to_array replace reverse right rtrim split split_part starts_with str_split
str_split_regex string_split string_split_regex string_to_array strip_accents strlen strpos substr
substring suffix translate trim ucase unicode upper hash if ifnull nullif coalesce
"""
_DATES = """
age century date_add date_diff date_part date_sub date_trunc datediff datepart datesub datetrunc
day dayname dayofmonth dayofweek dayofyear days_in_month epoch epoch_ms hour isodow isoyear julian
last_day make_date make_time make_timestamp microsecond millisecond minute month monthname quarter
second strftime strptime time_bucket to_days to_hours to_minutes to_months to_quarters to_seconds
to_weeks to_years try_strptime week weekday weekofyear year yearweek
"""
_LISTS = """
array_agg array_length array_to_string cardinality element_at flatten generate_series
generate_subscripts len list list_aggr list_aggregate list_any_value list_append list_apply
list_avg list_cat list_concat list_contains list_count list_distinct list_element list_extract
list_filter list_first list_has list_has_all list_has_any list_indexof list_intersect list_last
list_max list_min list_pack list_position list_prepend list_product list_reduce list_reverse
list_reverse_sort list_select list_slice list_sort list_string_agg list_sum list_transform
list_unique list_value list_where list_zip array_extract array_slice array_filter array_transform
map map_contains map_entries map_extract map_extract_value map_from_entries map_keys map_values
range row struct_extract struct_extract_at struct_insert struct_pack array_contains array_has
array_position unnest array_distinct array_sort list_bool_or list_bool_and
"""
_AGGREGATES = """
any_value arbitrary arg_max arg_min avg bit_and bit_or bool_and bool_or count count_if count_star
countif favg first fsum group_concat histogram kahan_sum last listagg mad max max_by mean median
min min_by mode product quantile quantile_cont quantile_disc stddev stddev_pop stddev_samp
string_agg sum var_pop var_samp variance entropy corr
"""
_WINDOWS = """
row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
fill
"""
_OTHERS = "typeof grouping grouping_id"

ALLOWED: frozenset[str] = frozenset(FUNCTIONS).union(
    *(
        group.split()
        for group in (
            _OPERATORS,
            _NUMBERS,
            _TEXT,
            _DATES,
            _LISTS,
            _AGGREGATES,
            _WINDOWS,
            _OTHERS,
        )
    )
)
"""Names as DuckDB's parser gives them, in lower case, with the functions of rules."""

TABLE_FUNCTIONS: frozenset[str] = frozenset({"unnest", "range", "generate_series"})
"""Functions that may stand after FROM."""

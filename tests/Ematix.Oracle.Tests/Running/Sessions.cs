namespace Ematix.Oracle.Tests;

/// <summary>Settings of sessions that must change nothing.</summary>
internal static class Sessions
{
    // What is switched off only costs more to the planner: so much that every statement would be compiled, which takes seconds.
    private const string WithoutCompiler = "jit TO off";

    public static readonly string[] Plain = [];

    /// <summary>How values look as text, where they are in time, how transactions see each other.</summary>
    public static readonly string[] Foreign =
    [
        "timezone TO 'America/St_Johns'", "datestyle TO 'SQL, DMY'", "intervalstyle TO 'sql_standard'", "bytea_output TO 'escape'", "extra_float_digits TO 0",
        "default_transaction_isolation TO 'serializable'", "search_path TO 'nowhere'",
    ];

    public static readonly string[] WithoutHashes = [WithoutCompiler, "enable_hashjoin TO off", "enable_hashagg TO off", "plan_cache_mode TO 'force_generic_plan'"];

    public static readonly string[] WithoutLoops = [WithoutCompiler, "enable_nestloop TO off", "enable_memoize TO off", "plan_cache_mode TO 'force_custom_plan'"];

    public static readonly string[] WithoutIndexes = [WithoutCompiler, "enable_indexscan TO off", "enable_indexonlyscan TO off", "enable_bitmapscan TO off", "enable_sort TO off"];

    public static readonly string[] Parallel = ["parallel_setup_cost TO 0", "parallel_tuple_cost TO 0", "min_parallel_table_scan_size TO 0", "min_parallel_index_scan_size TO 0"];

    public static readonly string[][] All = [Plain, Foreign, WithoutHashes, WithoutLoops, WithoutIndexes, Parallel];
}

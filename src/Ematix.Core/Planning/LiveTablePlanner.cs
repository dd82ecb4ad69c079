namespace Ematix.Planning;

/// <summary>Plans the questions that find out what a table is like.</summary>
internal static class LiveTablePlanner
{
    /// <summary>The columns of a table. Parameters: schema, table.</summary>
    public const string Columns = """
        SELECT
            a.attname::text,
            pg_catalog.format_type(a.atttypid, a.atttypmod),
            NOT a.attnotnull,
            a.atthasdef OR a.attidentity <> '',
            a.attgenerated <> '' OR a.attidentity = 'a',
            EXISTS (SELECT FROM pg_catalog.pg_collation AS k WHERE k.oid = a.attcollation AND NOT k.collisdeterministic)
        FROM pg_catalog.pg_attribute AS a
        JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
        """;

    /// <summary>The indexes of a table, each with its key columns and predicate; then its CHECK constraints, without columns. Parameters: schema, table.</summary>
    public const string Rules = """
        SELECT
            i.relname::text,
            x.indisunique AND x.indisvalid,
            ARRAY(
                SELECT coalesce(a.attname::text, '(expression)')
                FROM pg_catalog.unnest(x.indkey::int2[]) WITH ORDINALITY AS k (number, place)
                LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indrelid AND a.attnum = k.number
                WHERE k.place <= x.indnkeyatts
                ORDER BY k.place),
            pg_catalog.pg_get_expr(x.indpred, x.indrelid)
        FROM pg_catalog.pg_index AS x
        JOIN pg_catalog.pg_class AS i ON i.oid = x.indexrelid
        JOIN pg_catalog.pg_class AS c ON c.oid = x.indrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relname = $2
        UNION ALL
        SELECT k.conname::text, k.convalidated, NULL, pg_catalog.pg_get_constraintdef(k.oid)
        FROM pg_catalog.pg_constraint AS k
        JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relname = $2 AND k.contype = 'c'
        """;

    /// <summary>The views that read a column of a table, all but one of the same schema. Parameters: schema, table, the view left out.</summary>
    public const string Readers = """
        SELECT DISTINCT a.attname::text, pg_catalog.format('%I.%I', m.nspname, v.relname)
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_depend AS d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = c.oid
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
        JOIN pg_catalog.pg_rewrite AS r ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND r.oid = d.objid
        JOIN pg_catalog.pg_class AS v ON v.oid = r.ev_class
        JOIN pg_catalog.pg_namespace AS m ON m.oid = v.relnamespace
        WHERE n.nspname = $1 AND c.relname = $2 AND d.refobjsubid > 0
          AND v.oid <> c.oid AND NOT (m.nspname = $1 AND v.relname = $3)
        ORDER BY 1, 2
        """;
}

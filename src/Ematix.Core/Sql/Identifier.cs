using System.Text;
using Ematix.Model;

namespace Ematix.Sql;

/// <summary>Identifiers: always quoted, and never longer than Postgres keeps them.</summary>
internal static class Identifier
{
    /// <summary>Postgres truncates longer names silently (NAMEDATALEN, https://www.postgresql.org/docs/current/limits.html).</summary>
    public const int MaxBytes = 63;

    /// <summary>The name in quotes.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    /// <summary>The name in quotes, qualified by its schema.</summary>
    public static string Qualified(string schema, string name) => Quote(schema) + "." + Quote(name);

    /// <summary>The view's table, quoted and qualified.</summary>
    public static string Table(FeatureViewModel view) => Qualified(view.Schema, view.Table);

    /// <summary>The length that Postgres counts.</summary>
    public static int ByteLength(string name) => Encoding.UTF8.GetByteCount(name);
}

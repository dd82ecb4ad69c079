using System.Text;

namespace Ematix.Oracle.Tests;

/// <summary>Names that are legal and that careless code trips over.</summary>
internal static class Names
{
    /// <summary>Properties and the column names that the product derives from them. Some meet parameters of generated members, or names inside planned statements.</summary>
    public static readonly (string Property, string Column)[] Properties =
    [
        ("Alpha", "alpha"), ("Beta", "beta"), ("Gamma", "gamma"), ("Delta", "delta"), ("Store", "store"), ("AsOf", "as_of"), ("Ttl", "ttl"),
        ("Options", "options"), ("CancellationToken", "cancellation_token"), ("Position", "position"), ("Place", "place"), ("NextFrom", "next_from"),
        ("FirstEvent", "first_event"), ("Count", "count"), ("class", "class"), ("Größe", "größe"), ("Keys", "keys"), ("Row", "row"),
    ];

    /// <summary>Columns by a name of their own.</summary>
    public static readonly string[] Columns =
    [
        "select", "SELECT", "user", "a\"b", "a.b", "a", "A", " ", "😀", "'", "''; --", "\\", "/*", "%", "{0}", "$1", "\n", "_row", "_next", "_follows", "_follows_from", "_closes",
        "_renews", "_ends", "key_1", "as_of", "position", "place", "next_from", "valid_From", "k", "s", "b", "c", "h", "t", "v", "oid", "ctid_", "t.valid_from", "\"\"\"", "}}", "</summary>",
        new string('n', 63), string.Concat(Enumerable.Repeat("ü", 31)),
    ];

    public static readonly string[] Schemas = ["features", "Features", "a.b", "we\"ird", "select", "ß"];

    /// <summary>Tables; the longest leaves just room for the names of its indexes.</summary>
    public static readonly string[] Tables = ["t", "T", "user", "a\"b", "x.y", "$$", "😀", new string('t', 63 - "__online_key".Length)];

    public static readonly string[] Members = ["Low", "High", "class", "Ärger", "_", "LOW"];

    /// <summary>A C# identifier.</summary>
    public static string Identifier(string name) => name == "class" ? "@class" : name;

    public static int Bytes(string name) => Encoding.UTF8.GetByteCount(name);
}

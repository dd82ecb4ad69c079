using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Fingerprint;

/// <summary>
/// A digest of what a view's stored data means: equal on every machine and in every culture. Metadata (description, owner, SLA, TTL, online
/// snapshot) is not part of it: it can change without making stored history wrong.
/// </summary>
internal static class ViewFingerprint
{
    /// <summary>SHA-256 of the canonical text, in lower-case hexadecimal.</summary>
    public static string Of(FeatureViewModel view) =>
        string.Concat(Digest(Encoding.UTF8.GetBytes(CanonicalText(view))).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));

    /// <summary>One fact a line; names by their length first, so that no name can imitate another line.</summary>
    internal static string CanonicalText(FeatureViewModel view)
    {
        var text = new StringBuilder("ematix feature view 1\n");
        Append(text, "schema", view.Schema);
        Append(text, "table", view.Table);
        Append(text, "name", view.Name);
        Append(text, "version", view.Version);
        Append(text, "mode", view.Mode.ToString());
        foreach (var column in view.Columns)
        {
            Append(text, "column", column.Column);
            Append(text, "type", TypeMap.Declared(column.Type));
            Append(text, "is", (column.IsKey ? "key " : "") + (column.IsEventTime ? "event-time " : "") + (column.IsNullable ? "nullable" : "not-null"));
            foreach (var member in column.Type.EnumMembers)
                Append(text, "member", member);
        }

        return text.ToString();
    }

    private static byte[] Digest(byte[] bytes)
    {
#if NET
        return SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        return sha.ComputeHash(bytes);
#endif
    }

    private static void Append(StringBuilder text, string fact, string value) =>
        text.Append(fact).Append(' ').Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(value).Append('\n');
}

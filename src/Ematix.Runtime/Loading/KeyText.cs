using Ematix.Model;
using Npgsql;

namespace Ematix.Loading;

/// <summary>An entity key as messages show it: <c>(user_id = 7, region = eu)</c>.</summary>
internal static class KeyText
{
    private const int MaxLength = 64;

    /// <summary>Reads an array of the key columns' texts.</summary>
    public static string Of(FeatureViewModel view, NpgsqlDataReader reader, int column)
    {
        var values = reader.GetFieldValue<string?[]>(column);
        return "(" + string.Join(", ", view.Keys.Zip(values, (key, value) => $"{key.Column} = {Short(value)}")) + ")";
    }

    private static string Short(string? value) => value switch
    {
        null => "NULL",
        { Length: > MaxLength } => value[..MaxLength] + "…",
        _ => value,
    };
}

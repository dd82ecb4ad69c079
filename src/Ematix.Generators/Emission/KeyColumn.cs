namespace Ematix.Generators.Emission;

/// <summary>A key column as lookups take it.</summary>
/// <param name="Column">The column.</param>
/// <param name="Parameter">The parameter's name, without <c>@</c>.</param>
internal sealed record KeyColumn(GeneratedColumn Column, string Parameter)
{
    private static readonly string[] OtherParameters =
        ["store", "asOf", "asOfs", "keys", "options", "ttl", "includeReplaced", "cancellationToken"];

    /// <summary>The property's type; a key is never null.</summary>
    public string Type => Column.Shape.ClrType.TrimEnd('?');

    /// <summary>The property, for code.</summary>
    public string Property => Column.Property;

    /// <summary>The parameter, for code.</summary>
    public string Argument => CSharp.Identifier(Parameter);

    /// <summary>Names the parameters after their properties; one that meets another parameter gets a suffix.</summary>
    public static IReadOnlyList<KeyColumn> All(IEnumerable<GeneratedColumn> columns)
    {
        var keys = columns.Select(column => new KeyColumn(column, CamelCase(column.Shape.Name))).ToArray();
        var taken = new HashSet<string>(OtherParameters, StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            var name = keys[i].Parameter;
            while (taken.Contains(name) || (name != keys[i].Parameter && keys.Any(key => key.Parameter == name)))
                name += "Key";
            taken.Add(name);
            keys[i] = keys[i] with { Parameter = name };
        }

        return keys;
    }

    /// <summary><c>UserId</c> → <c>userId</c>, <c>ID</c> → <c>id</c>, <c>URLPath</c> → <c>urlPath</c>.</summary>
    private static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && char.IsLower(letters[i + 1]))
                break;
            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}

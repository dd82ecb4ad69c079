using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>The values that a key column has in a story.</summary>
internal static class KeyDomains
{
    private static readonly string[] Confusing = ["a", "ab", "b", "bc", "c"];

    private static readonly int[] ConfusingNumbers = [1, 12, 23, 3, 123];

    /// <summary>
    /// Many values for a key of one column, for many keys a story. Few for one of several: any few, or some that are confused with each
    /// other when columns are joined, as ('ab', 'c') with ('a', 'bc') and (1, 23) with (12, 3).
    /// </summary>
    public static Gen<IReadOnlyList<object?>> Of(OracleColumn column, bool isAlone)
    {
        if (isAlone)
            return Gen.Const<IReadOnlyList<object?>>([.. Domains.Of(column), .. More(column.Kind)]);
        var few = Gens.Some<object?>(Domains.Of(column), 2, 6).Select(values => (IReadOnlyList<object?>)values);
        return Confused(column) is { Count: > 1 } confused ? Gens.OnceIn(2).SelectMany(isAny => isAny ? few : Gen.Const(confused)) : few;
    }

    private static IEnumerable<object?> More(ValueKind kind) => Enumerable.Range(0, 40).Select(n => kind switch
    {
        ValueKind.Int16 => (object)(short)n,
        ValueKind.Int32 => n,
        ValueKind.Int64 => (long)n,
        ValueKind.Uuid => new Guid(n, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)n),
        _ => null,
    }).OfType<object>();

    private static IReadOnlyList<object?> Confused(OracleColumn column) => column.Kind switch
    {
        ValueKind.Int16 => [.. ConfusingNumbers.Select(n => (object)(short)n)],
        ValueKind.Int32 => [.. ConfusingNumbers.Select(n => (object)n)],
        ValueKind.Int64 => [.. ConfusingNumbers.Select(n => (object)(long)n)],
        ValueKind.Numeric => [.. ConfusingNumbers.Where(n => n < Math.Pow(10, column.Digits.Precision - column.Digits.Scale)).Select(n => (object)(decimal)n)],
        ValueKind.Text => [.. Confusing.Where(text => text.Length <= (column.MaxLength ?? text.Length))],
        _ => [],
    };
}

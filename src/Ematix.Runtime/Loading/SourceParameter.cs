using System.Collections;
using System.Globalization;
using System.Text.Json;
using Ematix.Runtime;

namespace Ematix.Loading;

/// <summary>A value of a query that can have no parameters: its type, and a text that gives the value in any session of that type.</summary>
/// <param name="Type">The type, as SQL writes it.</param>
/// <param name="Text">The value's text form.</param>
internal sealed record SourceParameter(string Type, string Text)
{
    private static readonly Dictionary<Type, (string Type, Func<object, string> Write)> Types = new()
    {
        [typeof(bool)] = ("boolean", value => (bool)value ? "true" : "false"),
        [typeof(byte)] = ("smallint", Number),
        [typeof(sbyte)] = ("smallint", Number),
        [typeof(short)] = ("smallint", Number),
        [typeof(int)] = ("integer", Number),
        [typeof(long)] = ("bigint", Number),
        [typeof(float)] = ("real", Number),
        [typeof(double)] = ("double precision", Number),
        [typeof(decimal)] = ("numeric", Number),
        [typeof(string)] = ("text", value => (string)value),
        [typeof(char)] = ("text", value => ((char)value).ToString()),
        [typeof(Guid)] = ("uuid", value => ((Guid)value).ToString("D")),
        [typeof(DateTimeOffset)] = ("timestamptz", value => Instant(((DateTimeOffset)value).UtcDateTime) + "+00"),
        [typeof(DateOnly)] = ("date", value => ((DateOnly)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        [typeof(TimeOnly)] = ("time", value => ((TimeOnly)value).ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
        [typeof(TimeSpan)] = ("interval", value => Duration((TimeSpan)value)),
        [typeof(byte[])] = ("bytea", value => @"\x" + Convert.ToHexStringLower((byte[])value)),
        [typeof(JsonElement)] = ("jsonb", value => ((JsonElement)value).GetRawText()),
    };

    /// <summary>The parameter, or null for NULL.</summary>
    /// <param name="value">The value.</param>
    /// <param name="number">Its number in the query, from 1.</param>
    /// <exception cref="ArgumentException">A value of this CLR type can't be sent.</exception>
    public static SourceParameter? Of(object? value, int number)
    {
        if (value is null or DBNull)
            return null;
        if (value is DateTime time)
            return time.Kind == DateTimeKind.Utc ? new("timestamptz", Instant(time) + "+00") : new("timestamp", Instant(time));
        if (Scalar(value.GetType()) is { } scalar)
            return new(scalar.Type, scalar.Write(value));
        if (ElementType(value.GetType()) is { } elementType && Scalar(elementType) is { } element)
            return new(element.Type + "[]", "{" + string.Join(',', ((IEnumerable)value).Cast<object?>().Select(item => item is null ? "NULL" : Quoted(element.Write(item)))) + "}");
        throw new ArgumentException(
            $"Value {number.ToString(CultureInfo.InvariantCulture)} of the query is a {value.GetType()}, which can't be sent to another database. Send a column's CLR type, or an array or List<T> of one.", nameof(value));
    }

    /// <summary>Microseconds, floored: parts of a year from 1 on are never negative.</summary>
    private static string Instant(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <summary>Hours and smaller: days would move with the session's daylight saving.</summary>
    private static string Duration(TimeSpan duration)
    {
        var microseconds = PgInterval.Of(duration).Time;
        var (seconds, fraction) = Math.DivRem(Math.Abs(microseconds), 1_000_000L);
        return string.Create(CultureInfo.InvariantCulture, $"{(microseconds < 0 ? "-" : "")}{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}.{fraction:000000}");
    }

    private static (string Type, Func<object, string> Write)? Scalar(Type type) =>
        type.IsEnum ? ("text", member => member.ToString()!) : Types.TryGetValue(type, out var found) ? found : null;

    private static Type? ElementType(Type type)
    {
        var element = type.IsSZArray ? type.GetElementType() : type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GenericTypeArguments[0] : null;
        return element is null ? null : Nullable.GetUnderlyingType(element) ?? element;
    }

    private static string Quoted(string element) =>
        "\"" + element.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Number(object value) => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Ematix;

/// <summary>Takes an interpolated string apart: the text goes to the server as it stands, the values as parameters.</summary>
/// <remarks>A class and not a ref struct, so that <c>await</c> may stand inside the string.</remarks>
[InterpolatedStringHandler]
public sealed class SqlInterpolation
{
    private readonly StringBuilder _literals;
    private readonly List<object?> _values;
    private readonly List<int> _places;

    /// <summary>For the compiler.</summary>
    public SqlInterpolation(int literalLength, int formattedCount)
    {
        _literals = new StringBuilder(literalLength);
        _values = new List<object?>(formattedCount);
        _places = new List<int>(formattedCount);
    }

    internal string Text => Write(number => "$" + number.ToString(CultureInfo.InvariantCulture));

    internal IReadOnlyList<object?> Values => _values;

    /// <summary>For the compiler: a part of the text.</summary>
    public void AppendLiteral(string value) => _literals.Append(value);

    /// <summary>For the compiler: a value, which becomes a parameter.</summary>
    public void AppendFormatted<T>(T value)
    {
        _values.Add(value);
        _places.Add(_literals.Length);
    }

    /// <summary>The text with each value, numbered from 1, written in a way of the caller's.</summary>
    internal string Write(Func<int, string> parameter)
    {
        var literals = _literals.ToString();
        var text = new StringBuilder(literals.Length);
        var written = 0;
        foreach (var (i, place) in _places.Index())
        {
            text.Append(literals, written, place - written).Append(parameter(i + 1));
            written = place;
        }

        return text.Append(literals, written, literals.Length - written).ToString();
    }
}

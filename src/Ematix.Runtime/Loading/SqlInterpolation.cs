using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Ematix;

/// <summary>Takes an interpolated string apart: the text goes to the server as it stands, the values as parameters.</summary>
/// <remarks>A class and not a ref struct, so that <c>await</c> may stand inside the string.</remarks>
[InterpolatedStringHandler]
public sealed class SqlInterpolation
{
    private readonly StringBuilder _text;
    private readonly List<object?> _values;

    /// <summary>For the compiler.</summary>
    public SqlInterpolation(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 3));
        _values = new List<object?>(formattedCount);
    }

    internal string Text => _text.ToString();

    internal IReadOnlyList<object?> Values => _values;

    /// <summary>For the compiler: a part of the text.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>For the compiler: a value, which becomes a parameter.</summary>
    public void AppendFormatted<T>(T value)
    {
        _values.Add(value);
        _text.Append('$').Append(_values.Count.ToString(CultureInfo.InvariantCulture));
    }
}

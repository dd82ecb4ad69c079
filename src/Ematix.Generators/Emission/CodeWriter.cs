using System.Text;

namespace Ematix.Generators.Emission;

/// <summary>Writes indented C#, with LF line ends and no trailing spaces.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isBlockStart = true;

    /// <summary>Writes lines at the current depth; a text of several lines keeps its own indentation below that.</summary>
    public CodeWriter Lines(string text)
    {
        foreach (var line in text.Split('\n'))
            _text.Append(' ', line.Length == 0 ? 0 : _depth * 4).Append(line).Append('\n');
        _isBlockStart = false;
        return this;
    }

    /// <summary>Writes lines one level deeper: what a line continues with.</summary>
    public CodeWriter Continue(string text)
    {
        _depth++;
        Lines(text);
        _depth--;
        return this;
    }

    /// <summary>Begins a member: a blank line stands before it, unless it is the first of its block.</summary>
    public CodeWriter Member()
    {
        if (!_isBlockStart)
            _text.Append('\n');
        return this;
    }

    /// <summary>Opens braces, after a header if there is one.</summary>
    public CodeWriter Open(string? header = null)
    {
        if (header is not null)
            Lines(header);
        return Deeper("{");
    }

    /// <summary>Closes what <see cref="Open"/> opened.</summary>
    /// <param name="end">What stands directly behind the brace.</param>
    public CodeWriter Close(string end = "") => Shallower("}" + end);

    /// <summary>Opens the brackets of a list, after a header if there is one.</summary>
    public CodeWriter OpenList(string? header = null) => (header is null ? this : Lines(header)).Deeper("[");

    /// <summary>Closes what <see cref="OpenList"/> opened.</summary>
    public CodeWriter CloseList(string end) => Shallower("]" + end);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private CodeWriter Deeper(string opening)
    {
        Lines(opening);
        _depth++;
        _isBlockStart = true;
        return this;
    }

    private CodeWriter Shallower(string closing)
    {
        _depth--;
        return Lines(closing);
    }
}

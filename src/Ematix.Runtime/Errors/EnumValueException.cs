using System.ComponentModel;

namespace Ematix;

/// <summary>A stored text is the name of no member of its column's enum, or a value to be written or looked up has no name.</summary>
public sealed class EnumValueException : EmatixException
{
    private EnumValueException(string message, string view, string column)
        : base(message) => (View, Column) = (view, column);

    /// <summary>The view's name in the catalog: <c>{schema}.{view}.{version}</c>.</summary>
    public string View { get; }

    /// <summary>The column's database name.</summary>
    public string Column { get; }

    /// <summary>For generated code: a row holds a name that the enum has not.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static EnumValueException UnknownName(string view, string column) => new(
        $"Column \"{column}\" of feature view {view} holds a text that is no member of its enum. The row was not read. Add the member back (an alias will do), or correct the rows.",
        view,
        column);

    /// <summary>For generated code: a value is no named member of the enum.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static EnumValueException WithoutName(string view, string column) => new(
        $"A value for column \"{column}\" of feature view {view} is no named member of its enum, and the column holds names: it can be neither written nor looked up. Name it in the enum, or use a member that has a name.",
        view,
        column);
}

using Ematix.Sql;

namespace Ematix.Model;

/// <summary>A property of a feature service.</summary>
internal sealed record ServiceMember
{
    /// <summary>The property; its column is the spine's, where it is passed through.</summary>
    public required PropertyShape Property { get; init; }

    /// <summary>The view that is its type, or null.</summary>
    public JoinedView? View { get; init; }

    /// <summary>Whether it carries <c>[Join]</c>.</summary>
    public bool HasJoin { get; init; }

    /// <summary>The columns that <c>[Join]</c> names; none for those of the view's keys.</summary>
    public EquatableArray<string> WrittenColumns { get; init; }

    /// <summary>What <c>[Join]</c> puts before the output names, or null.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether it carries <c>[SpineColumn]</c>.</summary>
    public bool IsSpineColumn { get; init; }

    /// <summary>The view's name in the service.</summary>
    public string Name => SnakeCase.Of(Property.Name);

    /// <summary>Whether the service has it, whatever its type: it can be set and is not excluded.</summary>
    public bool IsMeant => Property is { IsSettable: true, IsExcluded: false };

    /// <summary>Whether it is a view that is joined.</summary>
    public bool IsJoined => IsMeant && !IsSpineColumn && View is not null;

    /// <summary>Whether it is a column of the spine.</summary>
    public bool IsPassedThrough => IsMeant && IsSpineColumn && Property.ColumnType is not null;

    /// <summary>The spine's column for each key column of the view, as far as both are there.</summary>
    public IEnumerable<(JoinedKey Key, string Column)> Joins => View is null ? []
        : WrittenColumns.Count == 0 ? View.Keys.Select(key => (key, key.Column))
        : View.Keys.Zip(WrittenColumns, (key, column) => (key, column));
}

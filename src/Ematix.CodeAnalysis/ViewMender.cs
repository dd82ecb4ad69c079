using Ematix.Model;
using Ematix.Sql;

namespace Ematix.CodeAnalysis;

/// <summary>
/// Shapes → the view, mended where the declaration is wrong. What it mends an analyzer refuses; the shape that a user calls stays,
/// so that one mistake is one error.
/// </summary>
internal static class ViewMender
{
    /// <summary>The view of a declaration.</summary>
    public static FeatureViewModel View(string typeName, ViewArguments arguments, EquatableArray<PropertyShape> properties)
    {
        var name = SnakeCase.Of(typeName);
        return new FeatureViewModel
        {
            Name = name,
            Schema = arguments.Schema,
            Table = arguments.Table ?? $"{name}_{arguments.Version}",
            Version = arguments.Version,
            Mode = arguments.Mode,
            Ttl = arguments.Ttl is { } ttl ? Durations.Parse(ttl) : null,
            FreshnessSla = arguments.FreshnessSla is { } sla ? Durations.Parse(sla) : null,
            Online = arguments.Online,
            OnlineStore = arguments.OnlineStore,
            Description = arguments.Description,
            Owner = arguments.Owner,
            Columns = Columns(typeName, arguments.Mode, properties).ToEquatableArray(),
        };
    }

    private static IEnumerable<FeatureModel> Columns(string typeName, SyncMode mode, EquatableArray<PropertyShape> properties)
    {
        var eventTime = mode is SyncMode.Scd2 or SyncMode.Merge ? properties.FirstOrDefault(CanBeEventTime) : null;
        var columns = properties.Where(property => property.IsColumn || property == eventTime).ToList();
        var keys = Keys(typeName, columns.Where(column => column != eventTime).ToList());
        return columns.Select(column => Column(column, keys.Contains(column), column == eventTime));
    }

    private static FeatureModel Column(PropertyShape property, bool isKey, bool isEventTime) => new()
    {
        Property = property.Name,
        Column = property.Column,
        Type = isEventTime ? new ColumnType(ColumnKind.Instant) : Plannable(property.ColumnType!),
        IsNullable = property.IsNullable && !isKey && !isEventTime,
        IsKey = isKey,
        IsEventTime = isEventTime,
        RenamedFrom = property.RenamedFrom,
        Description = property.Description,
    };

    // A DateTime is no column, but it is plain what its author meant.
    private static bool CanBeEventTime(PropertyShape property) =>
        property is { IsEventTime: true, IsKey: false, IsSettable: true, IsExcluded: false }
        && (property.ColumnType is { Kind: ColumnKind.Instant, IsArray: false } || property.ClrType.TrimEnd('?') == "global::" + KnownNames.DateTime);

    private static List<PropertyShape> Keys(string typeName, List<PropertyShape> columns)
    {
        var keys = columns.FindAll(column => column.IsKey);
        if (keys.Count > 0)
            return keys;
        var possible = columns.FindAll(column => TypeMap.CanBeKey(column.ColumnType!));
        var guess = possible.Find(column => column.Name == "Id")
            ?? possible.Find(column => column.Name == typeName + "Id")
            ?? possible.Find(column => column.Name.EndsWith("Id", StringComparison.Ordinal))
            ?? possible.FirstOrDefault();
        return guess is null ? [] : [guess];
    }

    private static ColumnType Plannable(ColumnType type) => type switch
    {
        { Kind: ColumnKind.Numeric } when type.Precision is < 1 or > 28 || type.Scale < 0 || type.Scale > type.Precision => type with { Precision = 28, Scale = 6 },
        { MaxLength: < 1 or > 10_485_760 } => type with { MaxLength = null },
        _ => type,
    };
}

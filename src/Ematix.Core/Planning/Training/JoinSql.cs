using Ematix.Model;
using Ematix.Sql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning.Training;

/// <summary>The conditions and lists of one join. Each is spelt once, here, for all strategies.</summary>
internal sealed class JoinSql(TrainingJoin join)
{
    private SpineRelation Spine => join.Spine;

    /// <summary>The views with their positions.</summary>
    public IEnumerable<(TrainingViewModel View, int Position)> Views => join.Set.Views.Select((view, i) => (view, i));

    /// <summary>The alias of a view's answer.</summary>
    public static string Answer(int view) => "v" + Number(view + 1);

    /// <summary>A number, in no culture.</summary>
    public static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The output: what passes through, then the features; or typed rows of the views, each after a column that says whether there is one.</summary>
    public IEnumerable<string> Outputs() => join.IsTyped
        ? Views.SelectMany(view => Columns(view.Position, Answer(view.Position)).Prepend($"{Answer(view.Position)}.{ValidFrom} IS NOT NULL"))
        : [
            .. join.IsNumbered ? [$"s.{SpineRelation.Row}"] : (string[])[],
            .. join.PassesThrough ? Spine.References.Select(reference => "s." + reference) : [],
            .. join.Features.Select(feature => VersionSql.Of(Answer(feature.View), feature.Feature)),
        ];

    /// <summary>The columns that a view's answer needs.</summary>
    public IEnumerable<string> Columns(int view, string alias) => VersionSql.Of(alias, join.IsTyped
        ? join.Set.Views[view].View.Columns
        : join.Features.Where(feature => feature.View == view).Select(feature => feature.Feature));

    /// <summary>Equality of all key columns of a version and a spine row.</summary>
    public IEnumerable<string> SameKey(int view, string version, string spine) =>
        VersionKeys(view, version).Zip(SpineKeys(view, spine), (left, right) => Compare(left, "=", right));

    /// <summary>The keys of a version, in the types in which they are compared.</summary>
    public IEnumerable<string> VersionKeys(int view, string alias) => join.Set.Views[view].View.Keys.Select(key =>
        VersionSql.Of(alias, key) + (key.Type is { Kind: ColumnKind.Text, MaxLength: not null } ? $"::{Type("text")}" : ""));

    /// <summary>The keys of a spine row, in the types in which they are compared. Text compares by its bytes, whatever the spine's collation is.</summary>
    public IEnumerable<string> SpineKeys(int view, string alias) => TypedKeys(view, alias).Select(key => key.Value);

    /// <summary>The as-of of a spine row.</summary>
    public string AsOf(string alias) => Spine.Reference(alias, Spine.AsOf);

    /// <summary>The order in which probes stay on the same pages: all keys, then the as-of.</summary>
    public IEnumerable<string> KeyOrder(string alias) => TypedOrder(alias).Select(key => key.Value);

    /// <summary>What <see cref="KeyOrder"/> orders by, with its types.</summary>
    public IReadOnlyList<(string Value, string Type)> TypedOrder(string alias) =>
        [.. Views.SelectMany(view => TypedKeys(view.Position, alias)).Distinct(), (AsOf(alias), "timestamptz")];

    /// <summary>Whether a version's start counts for a spine row.</summary>
    public string Started(string version, string spine) => Compare($"{version}.{ValidFrom}", IsBefore ? "<" : "<=", AsOf(spine));

    /// <summary>Whether a version that started has not ended: what happens exactly at the as-of does not count for <see cref="AsOfBoundary.Before"/>.</summary>
    public string NotEnded(string version, string spine) =>
        $"({version}.{ValidTo} IS NULL OR {Compare($"{version}.{ValidTo}", IsBefore ? ">=" : ">", AsOf(spine))})";

    /// <summary>A version that does not end where it starts, as the unique index over versions says it.</summary>
    public string Visible(string version) => $"({version}.{ValidTo} IS NULL OR {Compare($"{version}.{ValidTo}", ">", $"{version}.{ValidFrom}")})";

    /// <summary>
    /// Whether a version is within its time to live at the as-of, as an age; none where it lives for ever. An infinite age can't be
    /// subtracted before PostgreSQL 17.
    /// </summary>
    public IEnumerable<string> Alive(int view, string version, string spine)
    {
        if (join.Ttls[view] is { Length: > 0 } ttl)
            yield return $"CASE WHEN pg_catalog.isfinite({AsOf(spine)}) THEN {Compare($"({Compare(AsOf(spine), "-", $"{version}.{ValidFrom}")})", "<=", ttl)} ELSE false END";
    }

    /// <summary>Whether a version had been loaded by the instant that is asked about.</summary>
    public string Known(int view, string version) => Compare($"{version}.{LoadedAt}", "<=", join.KnownAts[view]);

    /// <summary>Whether a delete, known by then, ended a key between a version's start and the as-of. Only snapshot views have deletes.</summary>
    public string NotDeleted(int view, string version, string spine)
    {
        var model = join.Set.Views[view].View;
        string[] conditions =
        [
            .. VersionKeys(view, "d").Zip(VersionKeys(view, version), (left, right) => Compare(left, "=", right)),
            Visible("d"),
            Compare($"d.{ClosedBy}", "=", "'delete'"),
            Compare($"d.{ValidTo}", ">", $"{version}.{ValidFrom}"),
            Compare($"d.{ValidTo}", IsBefore ? "<" : "<=", AsOf(spine)),
            Compare($"d.{ValidTo}", "<=", join.KnownAts[view]),
        ];
        return $"""
            NOT EXISTS (
                    SELECT FROM {Identifier.Table(model)} AS d
                    WHERE {SqlList.And(conditions, 10)}
                  )
            """;
    }

    /// <summary>Two operands, with the built-in operator whatever the search path is.</summary>
    public string Compare(string left, string comparison, string right) =>
        Spine.IsInCallersPath ? ReadSql.Compare(left, comparison, right) : $"{left} {comparison} {right}";

    /// <summary>A type by name; <c>timestamptz</c> and the like are no words of the grammar and would be searched for.</summary>
    public string Type(string name) => Spine.IsInCallersPath ? TypeMap.Qualified(name) : name;

    /// <summary>The condition on the rows that take part, as a clause; empty for all.</summary>
    public string Range(string indent) => Spine.Conditions.Count == 0 ? "" : $"\n{indent}WHERE {SqlList.And(Spine.Conditions, indent.Length + 2)}";

    /// <summary>Whether versions that start at the as-of don't count.</summary>
    public bool IsBefore => join.Boundary == AsOfBoundary.Before;

    private IEnumerable<(string Value, string Type)> TypedKeys(int view, string alias)
    {
        var model = join.Set.Views[view];
        return model.View.Keys.Zip(model.SpineColumns, (key, column) =>
        {
            var (reference, type) = (Spine.Reference(alias, column), TypeMap.Staged(key.Type));
            var isText = TypeMap.Collation(key.Type).Length > 0;
            return (isText || Spine.Type(column).Kind != key.Type.Kind ? $"{reference}::{Type(type)}{(isText ? " COLLATE pg_catalog.\"C\"" : "")}" : reference, type);
        });
    }
}

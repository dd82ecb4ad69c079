namespace Ematix;

/// <summary>
/// What a training set is built from, as far as its reader knows it before a row is read: the training reader fills it when it has planned the read (and knows
/// the snapshot's <see cref="AsKnownAt"/>), and every file that the result is written to carries it, with what only the rows tell, in a manifest beside it.
/// </summary>
public sealed record TrainingManifest
{
    /// <summary>The views, in the order of the set.</summary>
    public required IReadOnlyList<TrainingManifestView> Views { get; init; }

    /// <summary>The result's fields that come from the spine: keys, as-of, labels, in the result's order.</summary>
    public required IReadOnlyList<string> SpineColumns { get; init; }

    /// <summary>The result's field that holds the as-of instants.</summary>
    public required string AsOfColumn { get; init; }

    /// <summary>Which starts count: <c>AtOrBefore</c> or <c>Before</c> the as-of.</summary>
    public required string Boundary { get; init; }

    /// <summary>The instant in UTC that the set was read as known at, after it was lowered to the last committed load; null where everything loaded counts.</summary>
    public DateTimeOffset? AsKnownAt { get; init; }

    /// <summary>How the join was done. Any strategy gives the same rows.</summary>
    public required string Strategy { get; init; }

    /// <summary>Where the spine's rows came from.</summary>
    public required TrainingManifestSpine Spine { get; init; }

    /// <summary>
    /// The statement that reads the set on one connection. A long spine is read part by part, or by several connections: each then runs this statement over a range of the spine, which
    /// <see cref="HistoricalFeatures.ExplainAsync"/> shows. Rows that a <see cref="Spine"/> gives stand in it as <c>pg_temp.ematix_spine</c> or as arrays, times to live as settings.
    /// </summary>
    public required IReadOnlyList<string> Sql { get; init; }
}

/// <summary>A view of a training set.</summary>
public sealed record TrainingManifestView
{
    /// <summary>Its name in the set.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the catalog: <c>{schema}.{view}.{version}</c>.</summary>
    public required string CatalogName { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>The fingerprint of its definition, SHA-256 in hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The time to live that held, the view's or a shorter one of the call; null for none.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>As known at an instant: the view's last load (UTC) that counts; null where everything loaded counts.</summary>
    public DateTimeOffset? AsKnownAt { get; init; }

    /// <summary>The spine column of each key column, in the order of the keys.</summary>
    public required IReadOnlyList<string> SpineColumns { get; init; }

    /// <summary>The result's fields that come from the view, in the result's order.</summary>
    public required IReadOnlyList<string> Features { get; init; }
}

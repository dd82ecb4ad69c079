using Ematix.Planning.Training;

namespace Ematix.Oracle.Tests;

/// <summary>One historical read: the views, the spine, what is asked, and how.</summary>
/// <param name="Members">The views, in the order in which their features follow the spine's columns.</param>
/// <param name="Spine">The spine.</param>
internal sealed record TrainingRead(IReadOnlyList<SetMember> Members, SpineValues Spine)
{
    /// <summary>Boundary, time to live and instant, as the oracle takes them.</summary>
    public HistoricalRead Asked { get; init; } = new();

    public JoinStrategy Strategy { get; init; }

    public SpineWay Way { get; init; }

    /// <summary>Whether the views are put together as a set; else there is one, which is read by its own members.</summary>
    public bool IsSet { get; init; }

    /// <summary>Whether the session may write nothing, not even a temporary table.</summary>
    public bool IsReadOnly { get; init; }

    public int BatchSize { get; init; } = 65_536;

    /// <summary>Whether the read is cut into parts of a few rows, each shared between several connections.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether rows of the view come back, and no record batches.</summary>
    public bool GivesRows => Way is SpineWay.RowsToRows or SpineWay.AsyncRowsToRows;

    public HistoricalOptions Options => new()
    {
        Ttl = Asked.Ttl is { } ttl ? TimeSpan.FromTicks(ttl * 10) : null,
        Boundary = Asked.IsBefore ? AsOfBoundary.Before : AsOfBoundary.AtOrBefore,
        // Any instant within the microsecond says the same.
        AsKnownAt = Asked.KnownAt is { } known ? Micros.ToInstant(known).AddTicks(known % 10) : null,
        Strategy = Strategy,
        BatchSize = BatchSize,
        MaxConnections = IsCut ? 3 : 2,
        Sizes = IsCut ? new() { First = 40, Most = 64, Unshared = 5, Typed = 17 } : PartSizes.Default,
    };
}

/// <summary>A view as a read joins it.</summary>
/// <param name="View">Its place among the views of the story.</param>
/// <param name="Name">Its name in the set.</param>
/// <param name="Prefix">What stands before the names of its features, or null.</param>
/// <param name="Keys">The places of its key columns in the spine.</param>
/// <param name="Features">The places of the wanted columns in the view, in order.</param>
internal sealed record SetMember(int View, string Name, string? Prefix, IReadOnlyList<int> Keys, IReadOnlyList<int> Features)
{
    /// <summary>The source values of its key in a row of the spine.</summary>
    public IReadOnlyList<object?> KeyOf(object?[] row) => [.. Keys.Select(place => row[place])];
}

/// <summary>How a spine comes to the product.</summary>
internal enum SpineWay
{
    /// <summary>A query with an ORDER BY.</summary>
    Query,

    /// <summary>The same with a value that is a parameter, and narrower types.</summary>
    NarrowQuery,

    /// <summary>A table, in the order in which it is stored.</summary>
    Table,

    /// <summary>Record batches.</summary>
    Batches,

    /// <summary>A stream of slices of record batches, with narrower types and finer instants.</summary>
    BatchStream,

    /// <summary>Typed rows of one view.</summary>
    Rows,

    /// <summary>A stream of them.</summary>
    AsyncRows,

    /// <summary>Typed rows, for typed rows.</summary>
    RowsToRows,

    /// <summary>A stream of typed rows, for typed rows.</summary>
    AsyncRowsToRows,
}

using Ematix.Model;

namespace Ematix.Planning.Training;

/// <summary>What a spine is joined with, and how: all that decides the statement beside the strategy.</summary>
internal sealed record TrainingJoin
{
    /// <summary>The views.</summary>
    public required TrainingSetModel Set { get; init; }

    /// <summary>The spine.</summary>
    public required SpineRelation Spine { get; init; }

    /// <summary>The features of the output.</summary>
    public required EquatableArray<TrainingColumn> Features { get; init; }

    /// <summary>Which versions count for an as-of.</summary>
    public AsOfBoundary Boundary { get; init; }

    /// <summary>A view's time to live as an expression (an interval); empty for ever. One a view.</summary>
    public required EquatableArray<string> Ttls { get; init; }

    /// <summary>A view's last instant of loading that counts, as an expression (timestamptz); one a view, or none for everything.</summary>
    public EquatableArray<string> KnownAts { get; init; }

    /// <summary>Whether the spine's columns are in the output, before the features; else they stay with the client.</summary>
    public bool PassesThrough { get; init; }

    /// <summary>Whether each output row begins with what orders it (<see cref="SpineRelation.Row"/>), so that answers of several connections can be put together.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether the answer is whole rows of the views, each after a column that says whether there is one.</summary>
    public bool IsTyped { get; init; }
}

namespace Ematix.Planning;

/// <summary>The statements that stage a query of the same database without the rows that say what history has already. They run in the caller's search path.</summary>
internal sealed record SievePlan
{
    /// <summary>Asks the server's planner whether the query has one row a place. Parameters: the query's own.</summary>
    public required Func<string, string> Prove { get; init; }

    /// <summary>Creates the stage from the query, without the rows that change nothing. Parameters: the query's own, then, where a version can be renewed, the first start that is not renewed.</summary>
    public required Func<string, int, string> StageQuery { get; init; }

    /// <summary>Makes the stage the changes of a snapshot view: what was let through has been compared. Null where rows must look further.</summary>
    public string? TakeChanges { get; init; }

    /// <summary>Leaves out unchanged rows that turn out to be young enough. Parameters: the load time, <see cref="LoadPlan.RenewalTtl"/>. Null where nothing is renewed.</summary>
    public string? SkipRenewals { get; init; }

    /// <summary>Whether the lines of a plan say that the query's join was removed, which the server does only if it can prove that each place has one row at most.</summary>
    public static bool IsProof(IEnumerable<string> plan) => !plan.Any(line => line.Contains("Join") || line.Contains("Nested Loop"));
}
